using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>
/// Decides which candidates are concepts and of which type, from all mentions of a name together. Candidates below the threshold are dropped, with their mentions.
/// Reranking the candidates of a lenient tagger with features of the whole document follows Collins 2002, "Ranking algorithms for named-entity extraction".
/// </summary>
internal sealed class ConceptJudge(JudgeModel model, double threshold) : IExtractionStage
{
    /// <summary>Class of a candidate that is no concept; the classes after it are those of <see cref="ConceptType"/>, in order.</summary>
    public const int NoConcept = 0;

    /// <summary>
    /// Default threshold. It is below the best one in five folds of the training labels (0.65; F1 is within 0.01 of its best from 0.5 to 0.7), because the role classifier decides
    /// last on what is listed, and annotators of the development abstracts listed more optional concepts than those of the training abstracts.
    /// </summary>
    public const double UsualThreshold = 0.45;

    /// <summary>Number of classes.</summary>
    public const int Classes = 6;

    /// <summary>Minimum share of the less likely of Dataset and Benchmark, in their sum, for a concept to have both types.</summary>
    private const double BothShare = 0.4;

    /// <inheritdoc/>
    public Layers Requires => Layers.Concepts | Layers.LexiconMatches | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Types;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        // All features are computed before any decision, as in training: a decision would change the features that the next candidates take from their neighbours.
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

    /// <summary>Drops mentions within a longer mention of another concept, unless their concept has no others ("Cal-DPO" as the only occurrence of DPO).</summary>
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
