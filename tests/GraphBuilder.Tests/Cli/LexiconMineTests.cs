using System.Text.Json;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary><c>stemma lexicon mine</c> through the real process.</summary>
public sealed class LexiconMineTests : IAsyncLifetime
{
    private const string Zarvo =
        """{"id":"2301.00003","title":"ZarvoNet: Steering Choices","abstract":"We propose ZarvoNet, a new architecture for language models. ZarvoNet outperforms BERT on GLUE.","authors":"Ada Reed"}""";

    private const string OnZarvo =
        """{"id":"2401.00004","title":"Steering More","abstract":"We build on ZarvoNet and compare with BERT. Our method outperforms ZarvoNet on GLUE.","authors":"Cy Marsh"}""";

    private readonly StemmaProcess _stemma = new();

    public async ValueTask InitializeAsync()
    {
        _stemma.Write("a.jsonl", $"{Zarvo}\n{OnZarvo}\n");
        Assert.Equal(0, (await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma")).Code);
    }

    public ValueTask DisposeAsync()
    {
        _stemma.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_lists_what_the_lexicon_does_not_know()
    {
        var mine = await _stemma.RunAsync("lexicon", "mine", "g.stemma");

        Assert.Equal(0, mine.Code);
        var lines = mine.Results.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("# id\tname\taliases\ttype\tflags\t", lines[0]);
        Assert.StartsWith("zarvonet\tZarvoNet\t\tMethod\t\t", lines[1]);
        Assert.EndsWith(" candidates, 1 written\n", mine.Messages);
    }

    [Fact]
    public async Task Papers_give_what_their_graph_gives()
    {
        var graph = await _stemma.RunAsync("lexicon", "mine", "g.stemma", "--format", "json");
        var papers = await _stemma.RunAsync("lexicon", "mine", "a.jsonl", "--format", "json", "-o", "candidates.json");

        Assert.Equal((0, 0, ""), (graph.Code, papers.Code, papers.Results));
        Assert.Equal(graph.Results, System.Text.Encoding.UTF8.GetString(_stemma.Read("candidates.json")));
        using var json = JsonDocument.Parse(graph.Results);
        var candidate = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("zarvonet", 2), (candidate.GetProperty("id").GetString(), candidate.GetProperty("papers").GetInt32()));
        Assert.Equal("arxiv:2301.00003", candidate.GetProperty("introducedBy")[0].GetProperty("paper").GetString());
    }

    [Fact]
    public async Task A_type_without_candidates_gives_the_head_alone()
    {
        var mine = await _stemma.RunAsync("lexicon", "mine", "g.stemma", "--type", "Metric", "--limit", "0");

        Assert.Equal(0, mine.Code);
        Assert.StartsWith("# id\t", Assert.Single(mine.Results.TrimEnd('\n').Split('\n')));
    }

    [Theory]
    [InlineData("none.jsonl: no such file", "lexicon", "mine", "none.jsonl")]
    [InlineData("g.stemma is a graph and stands beside other inputs; give one graph, or files of papers", "lexicon", "mine", "a.jsonl", "g.stemma")]
    [InlineData("g.stemma is a graph file, so it is not replaced; name another file with -o", "lexicon", "mine", "g.stemma", "-o", "g.stemma")]
    [InlineData("lexicon needs a command behind it: stemma lexicon mine graph.stemma --limit 100", "lexicon")]
    [InlineData("--limit: expected 0 or more, found -1.", "lexicon", "mine", "g.stemma", "--limit", "-1")]
    [InlineData("--limit: expected a whole number, found 'many'.", "lexicon", "mine", "g.stemma", "--limit", "many")]
    public async Task A_mistake_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        var mine = await _stemma.RunAsync(arguments);

        Assert.Equal((1, ""), (mine.Code, mine.Results));
        Assert.Contains(sentence, mine.Messages);
    }
}
