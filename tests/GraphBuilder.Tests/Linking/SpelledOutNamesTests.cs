using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Names that are equal once an acronym in them is spelled out.</summary>
public sealed class SpelledOutNamesTests
{
    [Theory]
    [InlineData("tilted LPR", "Tilted Ladle Posture Regression", ConceptRole.Uses, true)]
    [InlineData("tilted-LPR", "Tilted Ladle Posture Regression", ConceptRole.Uses, true)]
    [InlineData("Tilted-LPR", "Tilted Ladle Posture Regression", ConceptRole.Introduces, false)]
    [InlineData("tilted LPR", "Tilted Ladle Posture", ConceptRole.Uses, false)]
    [InlineData("tilted PPR", "Tilted Ladle Posture Regression", ConceptRole.Uses, false)]
    [InlineData("root LPR", "Root Linear Potato Ranking", ConceptRole.Uses, true)]
    public void A_name_is_the_one_that_spells_its_acronym_out(string name, string longName, ConceptRole role, bool isOne)
    {
        var corpus = Link([Paper(1, name, role), Paper(2, longName), .. Definitions()]);

        Assert.Equal(isOne, !corpus.Concepts.Any(concept => concept.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) && corpus.Concepts.Any(concept => concept.Name == longName && concept.Papers == 2));
    }

    [Fact]
    public void Where_two_long_names_are_in_use_neither_is_meant() =>
        Assert.Contains(Link([Paper(1, "tilted LPR"), Paper(2, "Tilted Ladle Posture Regression"), Paper(3, "Tilted Linear Potato Ranking"), .. Definitions()]).Concepts, concept => concept.Name == "tilted LPR");

    [Fact]
    public void A_concept_goes_by_what_most_call_it()
    {
        var papers = Enumerable.Range(10, 9).Select(at => Paper(at, "tilted LPR")).Append(Paper(2, "Tilted Ladle Posture Regression (TLPR)"));

        Assert.Contains(Link([.. papers, .. Definitions()]).Concepts, concept => concept.Name == "tilted LPR" && concept.Papers == 10);
    }

    [Fact]
    public void The_alias_that_spells_the_acronym_out_is_there_because_of_the_acronym()
    {
        var papers = Enumerable.Range(10, 9).Select(at => Paper(at, "tilted LPR")).Append(Paper(2, "Tilted Ladle Posture Regression"));

        var concept = Link([.. papers, .. Definitions()]).Concepts.Single(concept => concept.Name == "tilted LPR");
        Assert.Contains(concept.Aliases, alias => alias is { Text: "Tilted Ladle Posture Regression", Reason: MergeReason.Acronym });
    }

    [Fact]
    public void A_name_that_ends_in_the_spelled_out_name_is_a_variant_of_what_most_abbreviate()
    {
        var papers = Enumerable.Range(10, 9).Select(at => Paper(at, "tilted LPR")).Concat(Enumerable.Range(2, 3).Select(at => Paper(at, "Tilted Ladle Posture Regression"))).Append(Paper(20, "Damped Tilted Ladle Posture Regression"));

        var corpus = Link([.. papers, .. Definitions()]);
        Assert.Contains(corpus.Variants, variant => corpus.Concepts[variant.Variant].Id == "damped-tilted-ladle-posture-regression" && corpus.Concepts[variant.Of].Name == "tilted LPR");
    }

    private static IEnumerable<ExtractedPaper> Definitions() =>
        Enumerable.Range(0, 3).SelectMany(at => (ExtractedPaper[])[Paper(100 + at, "Ladle Posture Regression (LPR)"), Paper(200 + at, "Linear Potato Ranking (LPR)")]);

    private static ExtractedPaper Paper(int id, string name, ConceptRole role = ConceptRole.Uses) => new PaperDraft($"arxiv:{id}", "Soup", $"We run {name} here.", 2024).Names(name, role).Build();

    private static LinkedCorpus Link(IReadOnlyList<ExtractedPaper> papers) => new ConceptLinker([], LinkOverrides.None).Link(papers, CancellationToken.None);
}
