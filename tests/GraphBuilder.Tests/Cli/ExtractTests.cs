using System.Text.Json.Nodes;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary><c>stemma extract</c> through the real process.</summary>
public sealed class ExtractTests : IDisposable
{
    private const string Text = """
        Zarvo: Steady Learning from Noisy Choices

        We propose Zarvo, a variant of DPO that drops
        the reference model. Unlike PPO, it needs no critic.
        """;

    private readonly StemmaProcess _stemma = new();

    public void Dispose() => _stemma.Dispose();

    [Fact]
    public async Task Mentions_are_marked_in_the_text_and_numbered_as_the_concepts_below()
    {
        var outcome = await _stemma.RunAsync("extract", _stemma.Write("abstract.txt", Text));
        Assert.Equal((0, ""), (outcome.Code, outcome.Messages));
        Assert.Contains("We propose [Zarvo]^1, a variant of [DPO]^2 that drops the reference model.", outcome.Results, StringComparison.Ordinal);
        Assert.Contains("  1. Zarvo", outcome.Results, StringComparison.Ordinal);
        Assert.Contains("“variant of” before it speaks for “builds on” (role.extends)", outcome.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_carries_offsets_that_lead_back_to_the_text()
    {
        var outcome = await _stemma.RunAsync("extract", _stemma.Write("abstract.txt", Text), "--json");
        var view = JsonNode.Parse(outcome.Results)!;
        var ppo = Assert.Single(view["concepts"]!.AsArray(), concept => (string?)concept!["name"] == "PPO")!;
        Assert.Equal("compares_with", (string?)ppo["role"]);
        Assert.Equal("PPO", ((string)view["abstract"]!)[(int)ppo["start"]!..(int)ppo["end"]!]);
    }

    [Fact]
    public async Task Standard_input_is_read_where_no_file_is_named()
    {
        using var process = _stemma.Start("extract", "--title", "Zarvo at Work");
        await process.StandardInput.WriteAsync("We build on DPO.\n");
        process.StandardInput.Close();
        var outcome = await StemmaProcess.FinishAsync(process);
        Assert.StartsWith("Zarvo at Work\n", outcome.Results.Replace("[", "", StringComparison.Ordinal).Replace("]^1", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("We build on [DPO]^", outcome.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "There is no text to read")]
    [InlineData(" \n\n ", "There is no text to read")]
    public async Task An_empty_text_is_refused(string text, string sentence)
    {
        var outcome = await _stemma.RunAsync("extract", _stemma.Write("abstract.txt", text));
        Assert.Equal(1, outcome.Code);
        Assert.Contains(sentence, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_and_a_book_are_refused_in_a_sentence()
    {
        var missing = await _stemma.RunAsync("extract", "nowhere.txt");
        Assert.Equal(1, missing.Code);
        Assert.Contains("nowhere.txt", missing.Messages, StringComparison.Ordinal);
        var book = await _stemma.RunAsync("extract", _stemma.Write("book.txt", new string('a', 100_001)));
        Assert.Equal(1, book.Code);
        Assert.Contains("longer than 100,000 characters", book.Messages, StringComparison.Ordinal);
    }
}
