using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Names that the user splits.</summary>
public sealed class LinkOverridesTests
{
    [Fact]
    public void Names_that_are_split_are_not_merged_with_each_other()
    {
        PaperDraft[] papers = [Data("a:1", "HopVer"), Data("a:2", "HOPVER")];

        Assert.Single(Link("", papers));
        Assert.Equal(2, Link("split\tHopVer\tHOPVER", papers).Count);
    }

    [Fact]
    public void Names_that_are_split_do_not_meet_through_a_third_name()
    {
        PaperDraft[] papers =
        [
            ConceptLinkerTests.Uses("a:1", "iterative refinement"), ConceptLinkerTests.Uses("a:2", "iterative refinement"),
            ConceptLinkerTests.Uses("a:3", "iterative refinement method"), ConceptLinkerTests.Uses("a:4", "iterative refinement strategy"),
        ];

        Assert.Single(Link("", papers));
        Assert.Equal(
            ["iterative-refinement", "iterative-refinement-strategy"],
            Link("split\titerative refinement method\titerative refinement strategy", papers).Select(concept => concept.Id));
    }

    [Fact]
    public void A_spelling_that_is_split_from_an_acronym_does_not_stand_for_what_that_stands_for()
    {
        PaperDraft[] papers = [Data("a:1", "ARC-C", "arc-challenge"), Data("a:2", "ARC-C", "arc-challenge"), Data("a:3", "ARC-c")];

        Assert.Single(Link("", papers));
        Assert.Equal(["arc-c", "arc-challenge"], Link("split\tARC-C\tARC-c", papers).Select(concept => concept.Id));
    }

    [Fact]
    public void A_split_of_two_spellings_of_one_name_is_refused_with_its_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("# x\nsplit\tfoo bar\tFoobars"));

        Assert.Equal("o.tsv, line 2: 'foo bar' and 'Foobars' cannot be split, because names that differ only in case, hyphens, spaces or plural are one name.", error.Message);
    }

    private static PaperDraft Data(string id, string name, string? lexiconId = null) =>
        new PaperDraft(id, "A study " + id, $"We test on {name} here.").Names(name, ConceptRole.EvaluatesOn, ConceptType.Benchmark, lexiconId);

    [Theory]
    [InlineData("merge\tHopVer\tSkipper\nsplit\tskipper\tHopVer", "o.tsv, line 2: split of 'skipper' and 'HopVer' contradicts merge in line 1; remove one of them.")]
    [InlineData("# names\nsplit\tHopVer\tSkipper\nmerge\tSkipper\tHopVer", "o.tsv, line 3: merge of 'Skipper' and 'HopVer' contradicts split in line 2; remove one of them.")]
    public void Decisions_that_contradict_each_other_are_reported_with_both_lines(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    private static LinkOverrides Read(string text) => LinkOverrides.Read(new StringReader(text), "o.tsv");

    private static IReadOnlyList<LinkedConcept> Link(string overrides, PaperDraft[] papers) =>
        new ConceptLinker([new LexiconEntry("arc-challenge", "ARC-Challenge", ["ARC-C"], [ConceptType.Benchmark], LexiconFlags.None)], Read(overrides))
            .Link(papers.Select(paper => paper.Build()), TestContext.Current.CancellationToken).Concepts;
}
