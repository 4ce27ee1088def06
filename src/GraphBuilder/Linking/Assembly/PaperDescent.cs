using Stemma.GraphModel;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Derives Paper → Paper BUILDS_ON: a paper builds on a concept that the other introduced. Never on itself, never on a later paper, once per pair (by its most confident concept).
/// </summary>
internal static class PaperDescent
{
    /// <summary>Rule name of these relationships.</summary>
    public const string Rule = "derived.introduced";

    /// <summary>All pairs, ordered by (from, to).</summary>
    public static List<DerivedRelation> Derive(LinkedCorpus corpus, IReadOnlyList<List<ConceptLink>> links, Introducers introducers)
    {
        var relations = new List<DerivedRelation>();
        var best = new SortedDictionary<int, DerivedRelation>();
        for (var paper = 0; paper < links.Count; paper++)
        {
            best.Clear();
            foreach (var link in links[paper].Where(l => l.Role == ConceptRole.BuildsOn))
            {
                var source = introducers.PaperOf(link.Concept);
                if (source < 0 || source == paper || IsLater(corpus, source, paper))
                {
                    continue;
                }

                var confidence = Math.Min(link.Confidence, introducers.ConfidenceOf(link.Concept));
                if (!best.TryGetValue(source, out var before) || confidence > before.Confidence)
                {
                    best[source] = new DerivedRelation(
                        paper, GraphSchema.Types.BuildsOn, source, corpus.Concepts[link.Concept].Id, confidence, Rule, paper, link.Evidence, 1);
                }
            }

            relations.AddRange(best.Values);
        }

        return relations;
    }

    private static bool IsLater(LinkedCorpus corpus, int source, int paper) =>
        corpus.Papers[source].Head.Year > corpus.Papers[paper].Head.Year;
}
