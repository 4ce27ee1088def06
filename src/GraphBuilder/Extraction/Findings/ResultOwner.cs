using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Says which method reached a number: the one in whose brackets it stands ("Zarvo (81.8)"), else the paper's own where its sentence names it, else the subject of the verb that reports it
/// ("GPT-4 reaches 81.8%"), else the paper's own. The tuple of Hou et al. 2019 has no such place; readers write it down, and it was measured on the training labels.
/// </summary>
internal static class ResultOwner
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Reports =
        new[] { "achieves", "achieve", "achieved", "achieving", "reaches", "reach", "reached", "reaching", "scores", "score", "scored", "scoring", "obtains", "obtain", "obtained", "attains", "attain", "attained", "gets", "yields", "has", "with", "shows" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Index of the method, or null where the paper names none.</summary>
    /// <param name="document">All layers up to roles.</param>
    /// <param name="sentence">Sentence of the number.</param>
    /// <param name="number">The number.</param>
    /// <param name="main">The paper's own concept, or -1.</param>
    public static int? Of(PaperDocument document, TokenRange sentence, TokenRange number, int main)
    {
        var own = main >= 0 && document.Concepts[main].Type == ConceptType.Method ? main : -1;
        var (subject, subjectEnd, introduced, introducedEnd) = (-1, -1, -1, -1);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var concept = document.Concepts[at];
            if (concept.Type != ConceptType.Method)
            {
                continue;
            }

            foreach (var mention in concept.Mentions)
            {
                var range = mention.Range;
                if (!sentence.Contains(range) || range.End > number.First)
                {
                    continue;
                }

                if (range.End == number.First - 1 && document.Is(range.End, '('))
                {
                    return at;
                }

                if (range.End > subjectEnd && IsSubject(document, range, number))
                {
                    (subject, subjectEnd) = (at, range.End);
                }

                if (concept.Role == ConceptRole.Introduces && range.End > introducedEnd)
                {
                    (introduced, introducedEnd) = (at, range.End);
                }
            }
        }

        var reached = introduced >= 0 ? introduced : subject >= 0 ? subject : own;
        return reached < 0 ? null : reached;
    }

    /// <summary>True where a verb of reporting follows the name at once.</summary>
    private static bool IsSubject(PaperDocument document, TokenRange name, TokenRange number) => name.End < number.First && Reports.Contains(document[name.End]);
}
