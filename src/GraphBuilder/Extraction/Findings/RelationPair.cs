using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>Two concepts of a paper that may be related.</summary>
/// <param name="Head">Index of the head.</param>
/// <param name="Tail">Index of the tail.</param>
/// <param name="HeadMention">The head's mention in the nearest pair of mentions that share a sentence without overlapping; empty where there is no such pair.</param>
/// <param name="TailMention">The tail's mention in that pair.</param>
internal readonly record struct RelationPair(int Head, int Tail, TokenRange HeadMention, TokenRange TailMention)
{
    /// <summary>True where one sentence mentions both.</summary>
    public bool SharesSentence => TailMention.Count > 0;

    /// <summary>
    /// The kinds of pairs that training labels relate: methods with methods, data with data, an introduced method with a task that it builds on. Either the head is introduced, or
    /// a sentence mentions both.
    /// </summary>
    public static IEnumerable<RelationPair> In(PaperDocument document)
    {
        for (var tail = 0; tail < document.Concepts.Count; tail++)
        {
            for (var head = 0; head < document.Concepts.Count; head++)
            {
                if (head == tail || !Fits(document.Concepts[head], document.Concepts[tail]))
                {
                    continue;
                }

                var pair = Nearest(document, head, tail);
                if (pair.SharesSentence || document.Concepts[head].Role == ConceptRole.Introduces)
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>True where a surface form of one concept ends with one of the other after a space or hyphen: Diffusion-DPO and DPO.</summary>
    public static bool EndsWith(ConceptDraft whole, ConceptDraft part)
    {
        foreach (var name in whole.Surfaces)
        {
            foreach (var surface in part.Surfaces)
            {
                if (name.Length > surface.Length + 1 && name.EndsWith(surface, StringComparison.OrdinalIgnoreCase) && name[^(surface.Length + 1)] is var before && (before == ' ' || Tokenizer.IsHyphen(before)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True for 96 % of the related pairs of the training labels.</summary>
    private static bool Fits(ConceptDraft head, ConceptDraft tail) => (head.Type, tail.Type) switch
    {
        (ConceptType.Method, ConceptType.Method) => head.Role is ConceptRole.Introduces or ConceptRole.BuildsOn or ConceptRole.ComparesWith or ConceptRole.Uses && tail.Role is not (ConceptRole.Addresses or ConceptRole.Measures or ConceptRole.EvaluatesOn),
        (ConceptType.Method, ConceptType.Task) => head.Role == ConceptRole.Introduces && tail.Role == ConceptRole.BuildsOn,
        (ConceptType.Dataset or ConceptType.Benchmark, ConceptType.Dataset or ConceptType.Benchmark) => true,
        _ => false,
    };

    private static RelationPair Nearest(PaperDocument document, int head, int tail)
    {
        var best = new RelationPair(head, tail, default, default);
        var nearest = int.MaxValue;
        foreach (var left in document.Concepts[head].Mentions)
        {
            foreach (var right in document.Concepts[tail].Mentions)
            {
                var distance = right.Range.First > left.Range.First ? right.Range.First - left.Range.End : left.Range.First - right.Range.End;
                if (document.SentenceOfToken[left.Range.First] == document.SentenceOfToken[right.Range.First] && distance < nearest && !left.Range.Overlaps(right.Range))
                {
                    (best, nearest) = (new RelationPair(head, tail, left.Range, right.Range), distance);
                }
            }
        }

        return best;
    }
}
