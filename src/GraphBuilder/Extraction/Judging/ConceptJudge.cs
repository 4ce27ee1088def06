using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>
/// Decides which candidates are concepts and of which type, from all mentions of a name together. Candidates below the threshold fall, with their mentions.
/// Reranking the candidates of a lenient tagger with features of the whole document follows Collins 2002, "Ranking algorithms for named-entity extraction".
/// </summary>
internal sealed class ConceptJudge(JudgeModel model, double threshold) : IExtractionStage
{
    /// <summary>Class of a candidate that is no concept; the types follow in their own order.</summary>
    public const int NoConcept = 0;

    /// <summary>
    /// Threshold of the product, below the best one in five folds of the training labels (0.65, where F1 is within 0.01 of its best from 0.5 to 0.7): the role classifier has the last word on what is
    /// listed, and readers of the development abstracts listed more optional concepts than those of the training abstracts.
    /// </summary>
    public const double UsualThreshold = 0.45;

    /// <summary>Number of classes.</summary>
    public const int Classes = 6;

    /// <summary>Share of the rarer of Dataset and Benchmark from which usage counts as supporting both.</summary>
    private const double BothShare = 0.4;

    /// <inheritdoc/>
    public Layers Requires => Layers.Concepts | Layers.LexiconMatches | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Types;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        // All are looked at before any is decided, as in training: a decision would change what the next candidate sees of its neighbours.
        document.Batch.Begin(JudgeModel.Width, Classes);
        foreach (var concept in document.Concepts)
        {
            model.Write(document, concept, document.Batch.Add());
        }

        document.Batch.Run(model.Trees);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var classes = document.Batch.Classes(at);
            document.Concepts[at].Judgement = 1 - classes[NoConcept];
            SetTypes(document.Concepts[at], classes[(NoConcept + 1)..]);
        }

        document.Concepts.RemoveAll(concept => concept.Judgement < threshold);
        DropNested(document);
        document.Mentions.Clear();
        foreach (var concept in document.Concepts)
        {
            document.Mentions.AddRange(concept.Mentions);
        }

        TextOrder.Sort(document.Mentions);
    }

    /// <summary>A mention within a longer one of another concept says nothing that the longer one does not say, unless it is all that its concept has ("Cal-DPO" as the only word of DPO).</summary>
    private static void DropNested(PaperDocument document)
    {
        foreach (var concept in document.Concepts)
        {
            var nested = 0;
            foreach (ref readonly var mention in CollectionsMarshal.AsSpan(concept.Mentions))
            {
                nested += IsNested(document, concept, mention.Range) ? 1 : 0;
            }

            if (nested > 0 && nested < concept.Mentions.Count)
            {
                DropNested(document, concept);
            }
        }
    }

    private static void DropNested(PaperDocument document, ConceptDraft concept) =>
        concept.Mentions.RemoveAll(mention => IsNested(document, concept, mention.Range));

    private static bool IsNested(PaperDocument document, ConceptDraft concept, TokenRange range)
    {
        foreach (var other in document.Concepts)
        {
            foreach (ref readonly var holder in CollectionsMarshal.AsSpan(other.Mentions))
            {
                if (other != concept && holder.Range != range && holder.Range.Contains(range))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void SetTypes(ConceptDraft concept, ReadOnlySpan<double> types)
    {
        var data = types[(int)ConceptType.Dataset] + types[(int)ConceptType.Benchmark];
        var (best, weight) = types[(int)ConceptType.Dataset] >= types[(int)ConceptType.Benchmark] ? (ConceptType.Dataset, data) : (ConceptType.Benchmark, data);
        foreach (var type in (ReadOnlySpan<ConceptType>)[ConceptType.Method, ConceptType.Task, ConceptType.Metric])
        {
            if (types[(int)type] > weight)
            {
                (best, weight) = (type, types[(int)type]);
            }
        }

        concept.Types.Clear();
        concept.Types.Add(best);
        concept.Confidence = weight;
        if (best.IsData())
        {
            var other = best == ConceptType.Dataset ? ConceptType.Benchmark : ConceptType.Dataset;
            if (types[(int)other] >= BothShare * data)
            {
                concept.Types.Add(other);
            }
        }
    }
}
