using Xunit;
namespace Stemma.GraphBuilderTests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly StemmaProcess _stemma = new();

    public void Dispose() => _stemma.Dispose();

    [Fact]
    public async Task Help_lists_the_commands_with_examples()
    {
        var help = await _stemma.RunAsync("--help");

        Assert.Equal((0, ""), (help.Code, help.Messages));
        Assert.Contains("build <input>", help.Results);
        Assert.Contains("Examples:\n  stemma build papers.bib listing.txt -o graph.stemma\n", help.Results);
    }

    [Fact]
    public async Task The_program_alone_prints_its_help() =>
        Assert.Equal(await _stemma.RunAsync("--help"), await _stemma.RunAsync());

    [Theory]
    [InlineData("build")]
    [InlineData("export")]
    [InlineData("publish")]
    [InlineData("eval")]
    [InlineData("ask")]
    [InlineData("lineage")]
    [InlineData("query")]
    [InlineData("stats")]
    public async Task Help_of_a_command_ends_with_examples(string command)
    {
        var help = await _stemma.RunAsync(command, "--help");

        Assert.Equal((0, ""), (help.Code, help.Messages));
        Assert.Contains($"\nExamples:\n  stemma {command} ", help.Results);
    }

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_likely_one_on_standard_error()
    {
        var outcome = await _stemma.RunAsync("biuld");

        Assert.Equal((1, ""), (outcome.Code, outcome.Results));
        Assert.StartsWith("'biuld' was not matched. Did you mean one of the following?\nbuild\n", outcome.Messages);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task A_number_of_threads_that_is_none_is_refused(string threads) =>
        Assert.Equal(1, (await _stemma.RunAsync("build", "a", "--threads", threads)).Code);

    [Theory]
    [InlineData("build", "a", "--threads")]
    [InlineData("ask", "g.stemma", "--as-of")]
    [InlineData("lineage", "g.stemma", "--as-of")]
    public async Task A_number_that_is_none_is_asked_for_in_words(string command, string argument, string option)
    {
        var outcome = await _stemma.RunAsync(command, argument, "x", option, "many");

        Assert.Equal((1, $"{option}: expected a whole number, found 'many'.\n"), (outcome.Code, outcome.Messages.TrimEnd() + "\n"));
    }

    [Fact]
    public async Task Ancestors_and_descendants_exclude_each_other()
    {
        var outcome = await _stemma.RunAsync("lineage", "g.stemma", "DPO", "--ancestors", "--descendants");

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("--ancestors and --descendants exclude each other; without them, both are shown.", outcome.Messages);
    }

    [Fact]
    public async Task A_directory_and_a_missing_file_are_no_graphs()
    {
        Directory.CreateDirectory(Path.Combine(_stemma.Directory, "folder"));

        Assert.Equal("stemma: folder is a directory, not a graph file.\n", (await _stemma.RunAsync("stats", "folder")).Messages);
        Assert.Equal("stemma: missing.stemma: no such file.\n", (await _stemma.RunAsync("stats", "missing.stemma")).Messages);
        Assert.EndsWith("missing.txt: no such file\n", (await _stemma.RunAsync("extract", "missing.txt")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_of_papers_without_labels_is_a_sentence()
    {
        _stemma.Write("papers.jsonl", Papers.Introduces);

        var eval = await _stemma.RunAsync("eval", "--gold", "papers.jsonl");

        Assert.Equal((1, "", "stemma: papers.jsonl: no paper in it has a label on a concept, so there is nothing to score\n"), (eval.Code, eval.Results, eval.Messages));
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused_with_those_that_do()
    {
        var outcome = await _stemma.RunAsync("export", "g.stemma", "--format", "xls");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("'jsonl'", outcome.Messages);
    }

    [Fact]
    public async Task A_missing_graph_is_a_sentence()
    {
        var outcome = await _stemma.RunAsync("export", "g.stemma");

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("stemma: ", outcome.Messages);
        Assert.Contains("g.stemma", outcome.Messages);
        Assert.DoesNotContain("   at ", outcome.Messages);
    }

    [Fact]
    public async Task A_bolt_address_is_answered_with_what_to_do()
    {
        _stemma.Write("a.jsonl", Papers.Introduces);
        await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma");

        var outcome = await _stemma.RunAsync("publish", "g.stemma", "--to", "bolt://localhost:7687");

        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("stemma: bolt:// needs the official driver", outcome.Messages);
    }

    [Fact]
    public async Task A_build_into_a_server_is_answered_with_what_to_do()
    {
        var outcome = await _stemma.RunAsync("build", "a.jsonl", "-o", "http://localhost:7474");

        Assert.Equal(
            (1, "stemma: build writes a file, and http://localhost:7474 is a server; build a file first, then run: stemma publish FILE --to http://localhost:7474\n"),
            (outcome.Code, outcome.Messages));
    }

    [Fact]
    public async Task Eval_lists_errors_and_scores_spans_where_it_is_asked_to()
    {
        _stemma.Write("gold.jsonl", """{"id":"x","title":"","abstract":"We train BERT.","concepts":[{"name":"Quoll-9","aliases":[],"type":"Benchmark","role":"evaluates_on","required":true,"evidence":""}],"results":[],"relations":[]}""");
        _stemma.Write("spans.jsonl", """{"id":"s","text":"We train BERT.","entities":[{"start":9,"end":13,"label":"Method"}],"relations":[]}""");

        Assert.Contains("1  Benchmark missed\n        x: Quoll-9\n", (await _stemma.RunAsync("eval", "--gold", "gold.jsonl", "--show", "1")).Results);
        Assert.StartsWith("1 text, ", (await _stemma.RunAsync("eval", "--spans", "spans.jsonl")).Results);
        Assert.Contains("give either --gold or --spans", (await _stemma.RunAsync("eval")).Messages);
    }

    [Fact]
    public async Task Eval_prints_the_scorecard()
    {
        _stemma.Write("gold.jsonl", """{"id":"x","title":"SlowNet","abstract":"We propose SlowNet. It is evaluated on GSM8K.","concepts":[{"name":"SlowNet","aliases":[],"type":"Method","role":"introduces","required":true,"evidence":"We propose SlowNet"}],"results":[],"relations":[]}""");

        var eval = await _stemma.RunAsync("eval", "--gold", "gold.jsonl");

        Assert.Equal((0, ""), (eval.Code, eval.Messages));
        Assert.StartsWith("1 papers, ", eval.Results);
        Assert.Contains("concepts, typed", eval.Results);
    }
}
