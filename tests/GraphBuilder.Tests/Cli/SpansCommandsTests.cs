using Xunit;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary><c>train --spans</c> and <c>eval --spans --tagger</c> in the real program.</summary>
public sealed class SpansCommandsTests : IDisposable
{
    private const string Entities = """[{"start":12,"end":17,"label":"ANIMAL"}]""";

    private readonly StemmaProcess _stemma = new();

    public void Dispose() => _stemma.Dispose();

    [Fact]
    public async Task A_tagger_is_trained_and_scored_on_its_own_labels()
    {
        _stemma.Write("spans.jsonl", string.Join('\n', Enumerable.Range(0, 30).Select(at => Line($"Yesterday a quoll came to us {at} times.", Entities))));
        _stemma.Write("other.jsonl", Line("Yesterday a quoll came.", """[{"start":12,"end":17,"label":"BEAST"}]"""));

        var train = await _stemma.RunAsync("train", "--spans", "spans.jsonl", "-o", "own.bin");
        var eval = await _stemma.RunAsync("eval", "--spans", "spans.jsonl", "--tagger", "own.bin");
        var other = await _stemma.RunAsync("eval", "--spans", "other.jsonl", "--tagger", "own.bin");

        Assert.Equal(0, train.Code);
        Assert.StartsWith("30 texts, ", train.Results);
        Assert.Contains("  ANIMAL", train.Results);
        Assert.StartsWith("30 texts read, 1 label\n", train.Messages);
        Assert.Contains("24 of 24 chains and nets learnt\n", train.Messages);
        Assert.EndsWith(" bytes, learnt from 30 texts\n", train.Messages);
        Assert.Equal((0, ""), (eval.Code, eval.Messages));
        Assert.StartsWith("30 texts, 30 entities found, 30 labelled\n", eval.Results);
        Assert.Contains("  ANIMAL              1.000   1.000  1.000      30        30\n", eval.Results);
        Assert.Equal((1, "stemma: own.bin tells ANIMAL, and other.jsonl has none of these labels\n"), (other.Code, other.Messages));
    }

    [Fact]
    public async Task What_cannot_be_learnt_from_is_said_with_its_place()
    {
        _stemma.Write("none.jsonl", Line("Nobody came.", "[]"));
        _stemma.Write("few.jsonl", Line("Yesterday a quoll came.", Entities));
        _stemma.Write("beyond.jsonl", Line("A quoll.", Entities));
        _stemma.Write("broken.jsonl", "{\"text\":");

        Assert.Equal("stemma: none.jsonl: no entity in it, so there is nothing to learn\n", await Fault("train", "--spans", "none.jsonl", "-o", "own.bin"));
        Assert.Equal("stemma: few.jsonl: 1 text is too few to learn from; at least 20 are needed\n", await Fault("train", "--spans", "few.jsonl", "-o", "own.bin"));
        Assert.Equal("stemma: beyond.jsonl:1: not a text with entities: the entity from 12 to 17 is no stretch of a text of 8 UTF-16 units\n", await Fault("train", "--spans", "beyond.jsonl", "-o", "own.bin"));
        Assert.StartsWith("stemma: broken.jsonl:1: not a text with entities: ", await Fault("train", "--spans", "broken.jsonl", "-o", "own.bin"));
        Assert.Equal("stemma: nowhere.jsonl: no such file\n", await Fault("train", "--spans", "nowhere.jsonl", "-o", "own.bin"));
        Assert.Contains("give either --labels or --spans", await Fault("train", "-o", "own.bin"));
        Assert.Contains("--papers does not go with --spans", await Fault("train", "--spans", "few.jsonl", "--papers", "few.jsonl", "-o", "own.bin"));
        Assert.Contains("--tagger goes with --spans", await Fault("eval", "--gold", "few.jsonl", "--tagger", "own.bin"));
        Assert.Equal("stemma: few.jsonl: not a tagger of this version; retrain it with `stemma train --spans`\n", await Fault("eval", "--spans", "few.jsonl", "--tagger", "few.jsonl"));
        Assert.Equal("stemma: none.jsonl: no entity of a type that Stemma knows, so there is nothing to score\n", await Fault("eval", "--spans", "none.jsonl"));
        Assert.False(_stemma.Exists("own.bin"));
    }

    private static string Line(string text, string entities) => $$"""{"id":"s","text":"{{text}}","entities":{{entities}}}""";

    private async Task<string> Fault(params string[] arguments)
    {
        var outcome = await _stemma.RunAsync(arguments);
        Assert.Equal((1, ""), (outcome.Code, outcome.Results));
        return outcome.Messages;
    }
}
