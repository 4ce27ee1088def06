using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Ties numbers to datasets and benchmarks of the same sentence. Numbers and targets that are coordinated form runs; a run of numbers belongs to the run of targets
/// behind it ("81.8% on GSM8K"), one to one where the lengths agree ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C"), else to the target before it
/// ("GSM8K (+5.9)", "on GSM8K by 5.9%"). A signed number in brackets behind another is its change. The tuple is the one of
/// Hou et al. 2019, "Identification of tasks, datasets, evaluation metrics, and numeric scores for scientific leaderboards construction".
/// </summary>
internal sealed class ResultFinder : IExtractionStage
{
    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.Types;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Results;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (!document.Concepts.Exists(IsTarget))
        {
            return;
        }

        foreach (var sentence in document.Sentences)
        {
            if (ResultNumbers.In(document, sentence) is not { Count: > 0 } numbers)
            {
                continue;
            }

            var targets = ResultTargets.In(document, sentence, IsTarget);
            if (targets.Count > 0)
            {
                new SentenceResults(document, numbers, targets, ResultTargets.In(document, sentence, concept => concept.Type == ConceptType.Metric)).Tie();
            }
        }
    }

    private static bool IsTarget(ConceptDraft concept) => concept.Type is ConceptType.Dataset or ConceptType.Benchmark;
}
