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
        var waves = WavesOf(document.Concepts);
        for (var wave = 0; wave < waves.Length && Judge(document, waves, wave); wave++)
        {
        }

        document.Concepts.RemoveAll(concept => concept.Judgement < threshold);
        DropNested(document);
        document.Mentions.Clear();
        foreach (var concept in document.Concepts)
        {
            document.Mentions.AddRange(concept.Mentions);
        }

        document.Mentions.Sort(TextOrder.Of);
    }

    /// <summary>
    /// In which wave each candidate is judged: one behind all before it that hold its name or whose names it holds. Those two see each other, the later one what was decided of the earlier; the candidates of
    /// one wave see nothing of each other, so that they are judged at once.
    /// </summary>
    private static int[] WavesOf(List<ConceptDraft> concepts)
    {
        var waves = new int[concepts.Count];
        for (var later = 0; later < waves.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (waves[earlier] >= waves[later] && (concepts[earlier].Holds(concepts[later]) || concepts[later].Holds(concepts[earlier])))
                {
                    waves[later] = waves[earlier] + 1;
                }
            }
        }

        return waves;
    }

    /// <summary>Judges the candidates of a wave; false where there are none, nor any of a later one.</summary>
    private bool Judge(PaperDocument document, int[] waves, int wave)
    {
        var batch = document.Batch;
        batch.Begin(JudgeModel.Width, Classes);
        for (var at = 0; at < waves.Length; at++)
        {
            if (waves[at] == wave)
            {
                model.Write(document, document.Concepts[at], batch.Add());
            }
        }

        batch.Run(model.Trees);
        for (var (at, row) = (0, 0); at < waves.Length; at++)
        {
            if (waves[at] == wave)
            {
                var classes = batch.Classes(row++);
                document.Concepts[at].Judgement = 1 - classes[NoConcept];
                SetTypes(document.Concepts[at], classes[(NoConcept + 1)..]);
            }
        }

        return batch.Count > 0;
    }

    /// <summary>A mention within a longer one of another concept says nothing that the longer one does not say, unless it is all that its concept has ("Cal-DPO" as the only word of DPO).</summary>
    private static void DropNested(PaperDocument document)
    {
        foreach (var concept in document.Concepts)
        {
            if (concept.Mentions.Exists(mention => !IsNested(document, concept, mention)))
            {
                concept.Mentions.RemoveAll(mention => IsNested(document, concept, mention));
            }
        }
    }

    private static bool IsNested(PaperDocument document, ConceptDraft concept, Mention mention)
        => document.Concepts.Exists(other => other != concept && other.Mentions.Exists(holder => holder.Range != mention.Range && holder.Range.Contains(mention.Range)));

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
        if (best is ConceptType.Dataset or ConceptType.Benchmark)
        {
            var other = best == ConceptType.Dataset ? ConceptType.Benchmark : ConceptType.Dataset;
            if (types[(int)other] >= BothShare * data)
            {
                concept.Types.Add(other);
            }
        }
    }
}
