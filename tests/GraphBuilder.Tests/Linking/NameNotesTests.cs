using Stemma.GraphBuilder.Linking;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilderTests.Linking;

/// <summary>Notes taken while extractions are in memory give the same links as notes read from packed extractions.</summary>
public sealed class NameNotesTests
{
    [Fact]
    public void Papers_noted_in_any_order_link_alike()
    {
        var papers = Enumerable.Range(0, 40).Select(Paper).ToArray();
        var backwards = new NameNotes(papers.Length);
        for (var at = papers.Length - 1; at >= 0; at--)
        {
            backwards.Add(at, papers[at].ReadExtraction().Concepts);
        }

        var linker = new ConceptLinker([], LinkOverrides.None);
        Assert.Equal(Print(linker.Link(papers, CancellationToken.None)), Print(linker.Link(papers, backwards, CancellationToken.None)));
    }

    [Fact]
    public void Papers_noted_side_by_side_have_each_text_once()
    {
        var papers = Enumerable.Range(0, 400).Select(Paper).ToArray();
        var texts = NameNotes.Of(papers, CancellationToken.None).Texts().OfType<string>().ToList();
        Assert.Equal(texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.Contains("Odd Preference Optimization", texts);
    }

    private static ExtractedPaper Paper(int number) =>
        new PaperDraft($"a:{number:D3}", $"Study {number}", $"We propose Odd Preference Optimization (OPO) and compare it with OPO-Shift and Net{number % 7}.", 2020 + (number % 5))
            .Names("Odd Preference Optimization (OPO)", number % 3 == 0 ? ConceptRole.Introduces : ConceptRole.Uses)
            .Names("OPO-Shift", ConceptRole.ComparesWith)
            .Names($"Net{number % 7}", ConceptRole.BuildsOn).Build();

    private static string Print(LinkedCorpus corpus) =>
        string.Join('\n', corpus.Concepts.Select(concept => $"{concept.Id} {concept.Name} {concept.Papers} {string.Join(',', concept.Aliases)}"))
        + string.Join('\n', corpus.ConceptOf.Select(slots => string.Join(' ', slots))) + string.Join('\n', corpus.Variants);
}
