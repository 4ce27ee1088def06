using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Papers that coin a name that the lexicon has for something else.</summary>
public sealed class NamesakesTests
{
    private static readonly LexiconEntry Known = new("ladlo", "Ladlo", ["Pouring and Tilting"], [ConceptType.Method], LexiconFlags.None);

    [Theory]
    [InlineData("Ladlo: Pouring Soup in Restaurants", "We propose Ladlo.", 2022, true)]
    [InlineData("Ladlo: Soup in Restaurants", "We propose Ladlo, which pours by tilting.", 2022, true)]
    [InlineData("Ladlo: Learning with a Dataset of Soups", "We propose Ladlo, which pours by tilting.", 2022, true)]
    [InlineData("Ladlo: Soup in Restaurants", "We propose Ladlo.", 2022, false)]
    [InlineData("Ladlo: A Large Dataset for Pouring", "We propose Ladlo.", 2022, false)]
    [InlineData("Ladlo: Pouring Soup in Restaurants", "We propose Ladlo.", 2024, false)]
    public void A_paper_introduces_what_the_lexicon_knows_unless_its_year_kind_or_words_say_otherwise(string title, string text, int year, bool isKnown)
    {
        var own = new PaperDraft("arxiv:1", title, text, year).Names("Ladlo", ConceptRole.Introduces, lexiconId: "ladlo").Build();
        var others = Enumerable.Range(0, 12).Select(at => new PaperDraft($"arxiv:2.{at}", "Soup", "We run Ladlo here.", 2022 + (at % 3)).Names("Ladlo", ConceptRole.Uses, lexiconId: "ladlo").Build());

        var corpus = new ConceptLinker([Known], LinkOverrides.None).Link([own, .. others], CancellationToken.None);

        Assert.Equal(isKnown ? 13 : 12, corpus.Concepts.Single(concept => concept.Id == "ladlo").Papers);
    }
}
