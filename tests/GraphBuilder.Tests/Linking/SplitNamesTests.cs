using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Names that were on several nodes of one graph but are one concept, and equally similar names that are two.</summary>
public sealed class SplitNamesTests
{
    private static readonly LexiconEntry[] Lexicon =
    [
        new("adam", "Adam", [], [ConceptType.Method], LexiconFlags.Ambiguous),
        new("qlora", "QLoRA", [], [ConceptType.Method], LexiconFlags.None),
        new("arc-challenge", "ARC-Challenge", ["ARC-C"], [ConceptType.Benchmark], LexiconFlags.None),
    ];

    [Theory]
    [InlineData("Adam", "Adaptive Moment Estimation", "adam")]
    [InlineData("QLoRA", "Quantized Low-Rank Adaptation", "qlora")]
    public void The_long_form_that_several_papers_give_for_a_known_short_name_is_the_known_concept(string name, string longForm, string id)
    {
        var corpus = Link(
            Uses("a:1", $"{longForm} ({name})", id),
            Uses("a:2", $"{longForm} ({name})", id),
            Uses("a:3", longForm),
            Uses("a:4", name, id));

        Assert.Equal(id, Assert.Single(corpus.Concepts).Id);
    }

    [Fact]
    public void A_long_form_that_one_paper_gives_for_a_known_short_name_is_another_concept()
    {
        var corpus = Link(Uses("a:1", "Analysis of Data and Moments (Adam)", "adam"), Uses("a:2", "Adam", "adam"), Uses("a:3", "Adam", "adam"));

        Assert.Equal(2, corpus.Concepts.Count);
    }

    [Fact]
    public void A_long_form_of_data_is_not_the_known_method_of_its_short_name()
    {
        PaperDraft Data(string id) => new PaperDraft(id, "T", "We use the Atlas of Dated Maps (Adam).").Names("Atlas of Dated Maps (Adam)", ConceptRole.Uses, ConceptType.Dataset, "adam");

        Assert.Equal(2, Link(Data("a:1"), Data("a:2"), Uses("a:3", "Adam", "adam"), Uses("a:4", "Adam", "adam")).Concepts.Count);
    }

    [Fact]
    public void A_rare_spelling_of_a_known_name_is_the_name_whatever_else_a_text_defines_it_for()
    {
        PaperDraft[] usual = [.. Enumerable.Range(1, 8).Select(n => Uses($"a:{n}", "Adam", "adam"))];
        var other = new PaperDraft("c:1", "Talk tags", "Automated Dialogue Act Marking (ADAM) tags talk.").Names("Automated Dialogue Act Marking (ADAM)", ConceptRole.Uses);

        var corpus = Link([.. usual, Uses("b:1", "ADAM"), other]);


        Assert.Equal(["adam", "automated-dialogue-act-marking"], corpus.Concepts.Select(concept => concept.Id));
        Assert.Equal(9, corpus.Concepts[0].Papers);
    }

    [Fact]
    public void Two_spellings_of_a_coined_name_are_one_concept()
    {
        Assert.Single(Link(Data("a:1", "HopVer"), Data("a:2", "HOPVER")).Concepts);
        Assert.Equal(2, Link(Data("a:1", "HopVer"), Uses("a:2", "HOPVER")).Concepts.Count);
    }

    [Theory]
    [InlineData("MATLAB", "Matlab", 1)]
    [InlineData("FAISS", "Faiss", 1)]
    [InlineData("EXP", "Exp", 2)]
    public void Two_spellings_of_a_name_from_elsewhere_are_one_concept(string first, string second, int concepts) =>
        Assert.Equal(concepts, Link([.. Enumerable.Range(0, 3).SelectMany(at => new[] { Uses($"a:{at}", first), Uses($"b:{at}", second) })]).Concepts.Count);

    [Fact]
    public void Two_spellings_of_which_a_paper_coins_one_are_two_concepts()
    {
        var coined = new PaperDraft("a:9", "Spinner: a system", "We propose Spinner.").Names("Spinner", ConceptRole.Introduces);

        Assert.Equal(2, Link(Uses("a:1", "SPINNER"), Uses("a:2", "SPINNER"), Uses("a:3", "Spinner"), coined).Concepts.Count);
    }

    [Theory]
    [InlineData("reasoning LLMs", "reasoning LLM", "reasoning LLM")]
    [InlineData("Elastic Networks", "elastic network", "elastic network")]
    [InlineData("soft robotics", "soft robotic", "soft robotics")]
    public void A_thing_is_named_in_the_singular_where_texts_do(string plural, string singular, string name)
    {
        PaperDraft Both(string id) => Uses(id, plural).With(concept => concept with { Surfaces = [plural, singular] });

        Assert.Equal(name, Assert.Single(Link(Both("a:1"), Both("a:2"), Uses("a:3", plural)).Concepts).Name);
    }

    [Fact]
    public void What_begins_an_example_is_no_other_name()
    {
        var concept = Assert.Single(Link(Uses("a:1", "entity linking (e.g.)"), Uses("a:2", "entity linking")).Concepts);

        Assert.Equal("entity linking", concept.Name);
        Assert.Empty(concept.Aliases);
    }

    [Theory]
    [InlineData("com- bined training", false)]
    [InlineData("pre- and post-training", true)]
    [InlineData("pre- or post-training", true)]
    [InlineData("text- to image training", true)]
    [InlineData("offline- andante training", false)]
    public void A_hyphen_at_a_line_end_makes_no_alias_but_one_that_stands_for_a_word_does(string other, bool isAlias)
    {
        var concept = Assert.Single(Link(Uses("a:1", "combined training").With(concept => concept with { Surfaces = ["combined training", other] })).Concepts);

        Assert.Equal(isAlias ? [other] : [], concept.Aliases.Select(alias => alias.Text));
    }

    [Fact]
    public void A_spelling_that_a_text_defines_for_something_else_stays_apart() =>
        Assert.Equal(3, Link(Data("a:1", "HopVer"), Data("a:2", "HopVer"), Data("a:3", "Hourly Operated Plant Verdicts (HOPVER)"), Data("a:4", "Home Pictures Verified (HOPVER)")).Concepts.Count);

    [Fact]
    public void A_rare_spelling_of_a_known_acronym_stands_for_what_that_stands_for()
    {
        var corpus = Link(Data("a:1", "ARC-C", "arc-challenge"), Data("a:2", "ARC-C", "arc-challenge"), Data("a:3", "ARC-c"));

        Assert.Equal("arc-challenge", Assert.Single(corpus.Concepts).Id);
    }

    [Fact]
    public void Capitals_of_the_small_words_in_a_long_name_make_no_other_concept() =>
        Assert.Single(Link(Uses("a:1", "Mapping and Moving"), Uses("a:2", "Mapping And Moving")).Concepts);

    private static PaperDraft Uses(string id, string name, string? lexiconId = null) =>
        new PaperDraft(id, "A study " + id, $"We work with {name} here.").Names(name, ConceptRole.Uses, lexiconId: lexiconId, ambiguous: lexiconId == "adam");

    private static PaperDraft Data(string id, string name, string? lexiconId = null) =>
        new PaperDraft(id, "A study " + id, $"We test on {name} here.").Names(name, ConceptRole.EvaluatesOn, ConceptType.Benchmark, lexiconId);

    private static LinkedCorpus Link(params PaperDraft[] drafts) =>
        new ConceptLinker(Lexicon, LinkOverrides.None).Link(drafts.Select(draft => draft.Build()), TestContext.Current.CancellationToken);
}
