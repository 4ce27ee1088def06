using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Names that many texts use for one thing are merged in the other texts too, if they clearly mean no more.</summary>
public sealed class SameTextNamesTests
{
    [Theory]
    [InlineData("tilted ladle planning", "ladle planning", 4, 3, 1)]
    [InlineData("tilted ladle planning", "ladle planning", 2, 3, 2)]
    [InlineData("tilted ladle planning", "ladle planning", 4, 30, 2)]
    [InlineData("ladle planning problem", "ladle planning", 4, 30, 1)]
    [InlineData("ladle planning forecast", "ladle planning", 4, 30, 2)]
    [InlineData("ladle planning 2025", "ladle planning", 4, 3, 2)]
    [InlineData("ladle tilted planning", "ladle planning", 4, 3, 2)]
    [InlineData("tilted ladling", "ladling", 4, 3, 2)]
    [InlineData("tilted ladling", "ladling", 12, 3, 1)]
    public void Two_names_are_one_by_what_texts_say_that_use_both(string name, string other, int both, int alone, int concepts) =>
        Assert.Equal(concepts, Link([], [.. Papers(both, name, other), .. Papers(alone, other), .. Papers(2, name)]).Select(concept => concept.Name).Distinct().Count());

    [Fact]
    public void A_word_of_the_trade_stands_for_nothing_longer() =>
        Assert.Equal(14, Assert.Single(Link([], [.. Papers(12, "tilted learning", "learning"), .. Papers(3, "learning"), .. Papers(2, "tilted learning")])).Papers);

    [Fact]
    public void Names_that_the_lexicon_tells_apart_stay_apart()
    {
        LexiconEntry[] lexicon = [new("a", "tilted ladle planning", [], [ConceptType.Method], LexiconFlags.None), new("b", "ladle planning", [], [ConceptType.Method], LexiconFlags.None)];

        Assert.Equal(["ladle planning", "tilted ladle planning"], Link(lexicon, [.. Papers(4, "tilted ladle planning", "ladle planning"), .. Papers(3, "ladle planning")]).Select(concept => concept.Name).Order());
    }

    [Fact]
    public void A_short_name_joins_no_two_longer_ones()
    {
        var concepts = Link([], [.. Papers(9, "ladle planning problem", "ladle planning"), .. Papers(3, "tilted ladle planning", "ladle planning"), .. Papers(2, "ladle planning")]);

        Assert.Equal([14 - 3, 3], concepts.Select(concept => concept.Papers).OrderDescending());
    }

    private static IEnumerable<ExtractedPaper> Papers(int count, string name, string? other = null) => Enumerable.Range(0, count).Select(at =>
    {
        var draft = new PaperDraft($"arxiv:{name.Length}.{other?.Length ?? 0}.{at}", "Ladles", $"We run {name} here. Others run {other ?? "none"}.", 2024).Names(name, ConceptRole.Uses);
        return (other is null ? draft : draft.With(concept => concept with { Surfaces = [name, other] })).Build();
    });

    private static IReadOnlyList<LinkedConcept> Link(LexiconEntry[] lexicon, IReadOnlyList<ExtractedPaper> papers) =>
        new ConceptLinker(lexicon, LinkOverrides.None).Link(papers, CancellationToken.None).Concepts;
}
