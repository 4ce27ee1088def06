using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Reads a paper's links off its extraction: one a concept, the strongest role wins, of equal roles the most confident.
/// A claim to introduce what the corpus has known for years is read as building on it: nobody introduces PPO again, but papers "introduce PPO" to a problem.
/// </summary>
internal sealed class PaperLinks
{
    /// <summary>Years between the first mention in the corpus and a claim that may still be the first: a preprint is named before its conference version appears.</summary>
    public const int PublicationLag = 1;

    /// <summary>Papers from which a concept is too well known to be introduced late.</summary>
    private const int WellKnown = 10;

    /// <summary>What remains of the confidence of a claim that was read as building on.</summary>
    private const double LateClaim = 0.7;

    private readonly LinkedCorpus _corpus;

    /// <summary>Makes it for a corpus.</summary>
    public PaperLinks(LinkedCorpus corpus) => _corpus = corpus;

    /// <summary>The links of a paper, ordered by concept.</summary>
    public List<ConceptLink> Of(int paper)
    {
        var extraction = _corpus.Papers[paper].Extraction;
        var links = new SortedDictionary<int, ConceptLink>();
        for (var slot = 0; slot < extraction.Concepts.Count; slot++)
        {
            var concept = _corpus.ConceptOf[paper][slot];
            if (concept >= 0)
            {
                var link = Link(paper, concept, extraction.Concepts[slot]);
                links[concept] = links.TryGetValue(concept, out var before) ? Join(before, link) : link;
            }
        }

        return [.. links.Values];
    }

    private ConceptLink Link(int paper, int concept, ExtractedConcept source)
    {
        var role = NameCensus.RoleOf(source);
        var late = role == ConceptRole.Introduces && IsLate(_corpus.Concepts[concept], _corpus.Papers[paper].Paper.Record.Year);
        return late
            ? new ConceptLink(concept, ConceptRole.BuildsOn, source.Confidence * LateClaim, source, source.Surfaces)
            : new ConceptLink(concept, role, source.Confidence, source, source.Surfaces);
    }

    private static bool IsLate(LinkedConcept concept, int? year) => concept.Papers >= WellKnown && year > concept.FirstYear + PublicationLag;

    private static ConceptLink Join(ConceptLink first, ConceptLink second)
    {
        var better = second.Role < first.Role || (second.Role == first.Role && second.Confidence > first.Confidence) ? second : first;
        return better with { Surfaces = [.. first.Surfaces.Union(second.Surfaces, StringComparer.Ordinal)] };
    }
}
