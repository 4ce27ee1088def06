using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>The commands that show what a concept unites and decide otherwise, through the real process.</summary>
public sealed class ConceptCommandTests : IAsyncLifetime
{
    private readonly StemmaProcess _stemma = new();

    public async ValueTask InitializeAsync()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n{Papers.BuildsOn}\n{Papers.FromConference}\n");
        await BuildAsync();
    }

    public ValueTask DisposeAsync()
    {
        _stemma.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Show_prints_the_names_with_their_reasons_and_the_introducer()
    {
        var show = await _stemma.RunAsync("concept", "show", "g.stemma", "DPO");

        Assert.Equal((0, ""), (show.Code, show.Messages));
        var lines = show.Results.TrimEnd().Split('\n');
        Assert.Equal("Direct Preference Optimization (Method), direct-preference-optimization", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("introduced by “", StringComparison.Ordinal));
        Assert.Contains(lines, line => Regex.IsMatch(line, "^  DPO +[1-9][0-9]*  (acronym|lexicon)$"));
    }

    [Fact]
    public async Task Show_prints_one_JSON_object()
    {
        using var shown = JsonDocument.Parse((await _stemma.RunAsync("concept", "show", "g.stemma", "DPO", "--json")).Results);

        Assert.Equal("direct-preference-optimization", shown.RootElement.GetProperty("id").GetString());
        Assert.Equal("DPO", shown.RootElement.GetProperty("aliases")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_unknown_concept_is_reported_in_a_sentence()
    {
        var show = await _stemma.RunAsync("concept", "show", "g.stemma", "lorem");

        Assert.Equal((1, ""), (show.Code, show.Results));
        Assert.StartsWith("stemma: nothing in this graph is named “lorem”", show.Messages, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_decision_is_added_once_and_the_next_build_obeys_it()
    {
        string[] rename = ["concept", "rename", "direct-preference-optimization", "The DPO", "--overrides", "o.tsv"];
        _stemma.Write("o.tsv", "# mine\nmerge\tA\tB");

        Assert.Equal("o.tsv: rename “direct-preference-optimization” and “The DPO” from the next build on\n", (await _stemma.RunAsync(rename)).Messages);
        Assert.Equal("o.tsv says so already\n", (await _stemma.RunAsync(rename)).Messages);
        Assert.Equal("# mine\nmerge\tA\tB\nrename\tdirect-preference-optimization\tThe DPO\n", Encoding.UTF8.GetString(_stemma.Read("o.tsv")));

        await BuildAsync("--overrides", "o.tsv");
        Assert.StartsWith("The DPO (Method)", (await _stemma.RunAsync("concept", "show", "g.stemma", "DPO")).Results);
    }

    [Fact]
    public async Task A_decision_that_contradicts_another_leaves_the_file_as_it_was()
    {
        _stemma.Write("o.tsv", "merge\tA\tB\n");
        var split = await _stemma.RunAsync("concept", "split", "B", "A", "--overrides", "o.tsv");

        Assert.Equal((1, "stemma: o.tsv, line 2: split of 'B' and 'A' contradicts merge in line 1; remove one of them.\n"), (split.Code, split.Messages));
        Assert.Equal("merge\tA\tB\n", Encoding.UTF8.GetString(_stemma.Read("o.tsv")));
    }

    [Fact]
    public async Task The_command_alone_says_what_it_needs() =>
        Assert.Equal("stemma: concept needs a command behind it: stemma concept show graph.stemma DPO\n", (await _stemma.RunAsync("concept")).Messages);

    private async Task BuildAsync(params string[] options) => Assert.Equal(0, (await _stemma.RunAsync(["build", "a.jsonl", "-o", "g.stemma", .. options])).Code);
}
