using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>
/// Joins concepts that are one thing by another name in the same text: "GraphSort" and "Graph-guided Sorting", "crop-yield forecasting" and "rural crop-yield forecasting" where the text means the same.
/// <see cref="NamePair"/> finds pairs whose names may be one, a linear model decides each by <see cref="JoinFeatures"/>, and groups grow from the likeliest pair on, as long as all pairs across two groups allow it
/// (complete-link clustering, so that "Net" does not make "A-Net" and "B-Net" one).
/// </summary>
internal sealed class ConceptJoiner(LinearClassifier model, NameMemory memory) : IExtractionStage
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 2;

    /// <summary>Class of a pair that is one thing.</summary>
    public const int One = 1;

    /// <summary>From this probability on a pair is joined. In five folds over 9,560 labelled abstracts 0.76 of the pairs joined at 0.5 are one in the readers' lists, 0.83 at 0.6, 0.88 at 0.7, and they are 0.49, 0.43 and 0.36 of those that are.</summary>
    private const double Threshold = 0.55;

    /// <summary>Pairs of two groups that are less likely one thing than this keep the groups apart.</summary>
    private const double LeastAcross = 0.3;

    /// <inheritdoc/>
    public Layers Requires => Layers.Types | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Joins;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var pairs = NamePair.In(document);
        if (pairs.Count == 0)
        {
            return;
        }

        var likely = Look(document, pairs);
        if (Array.Exists(likely, probability => probability >= Threshold))
        {
            Join(document, Groups(document.Concepts.Count, pairs, likely));
        }
    }

    /// <summary>For each concept the first one of its group. Pairs are taken from the likeliest on, of equally likely ones the first.</summary>
    private static int[] Groups(int concepts, List<NamePair> pairs, double[] likely)
    {
        var group = new int[concepts];
        for (var concept = 0; concept < concepts; concept++)
        {
            group[concept] = concept;
        }

        var rest = likely.AsSpan().ToArray();
        for (var at = Likeliest(rest); rest[at] >= Threshold; at = Likeliest(rest))
        {
            rest[at] = 0;
            var (left, right) = (group[pairs[at].Long], group[pairs[at].Short]);
            if (left != right && MayJoin(pairs, likely, group, left, right))
            {
                group.AsSpan().Replace(Math.Max(left, right), Math.Min(left, right));
            }
        }

        return group;
    }

    private static int Likeliest(double[] likely)
    {
        var best = 0;
        for (var at = 1; at < likely.Length; at++)
        {
            best = likely[at] > likely[best] ? at : best;
        }

        return best;
    }

    private double[] Look(PaperDocument document, List<NamePair> pairs)
    {
        var likely = new double[pairs.Count];
        Span<double> classes = stackalloc double[Classes];
        for (var at = 0; at < likely.Length; at++)
        {
            JoinFeatures.Write(document, pairs[at], memory, document.Features);
            model.Predict(document.Features.Items, classes);
            likely[at] = classes[One];
        }

        return likely;
    }

    /// <summary>True where every concept of one group and every one of the other are a pair that may be one thing.</summary>
    private static bool MayJoin(List<NamePair> pairs, double[] likely, int[] group, int left, int right)
    {
        var across = 0;
        for (var at = 0; at < pairs.Count; at++)
        {
            var (first, second) = (group[pairs[at].Long], group[pairs[at].Short]);
            across += ((first == left && second == right) || (first == right && second == left)) && likely[at] >= LeastAcross ? 1 : 0;
        }

        return across == group.AsSpan().Count(left) * group.AsSpan().Count(right);
    }

    private static void Join(PaperDocument document, int[] group)
    {
        var concepts = document.Concepts.ToArray();
        for (var at = 0; at < group.Length; at++)
        {
            if (group[at] != at)
            {
                Add(concepts[at], concepts[group[at]]);
                document.Concepts.Remove(concepts[at]);
            }
        }
    }

    /// <summary>What is sure of one of the two is sure of both; forms stand in order of first mention.</summary>
    private static void Add(ConceptDraft other, ConceptDraft concept)
    {
        if (other.Judgement * other.Confidence > concept.Judgement * concept.Confidence)
        {
            concept.Types.Clear();
            concept.Types.AddRange(other.Types);
        }

        concept.Judgement = Math.Max(concept.Judgement, other.Judgement);
        concept.Confidence = Math.Max(concept.Confidence, other.Confidence);
        concept.Surfaces.AddRange(other.Surfaces.Where(surface => !concept.Surfaces.Contains(surface)));
        concept.Mentions.AddRange(other.Mentions);
        TextOrder.Sort(concept.Mentions);
        concept.ShortForm ??= other.ShortForm;
        concept.LongForm ??= other.LongForm;
        concept.Canonical ??= other.Canonical;
        concept.Entry ??= other.Entry;
    }
}
