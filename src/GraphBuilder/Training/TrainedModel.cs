using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Training;

/// <summary>The result of training.</summary>
/// <param name="Model">The model, trained on all labelled papers.</param>
/// <param name="HeldOut">
/// Each labelled paper, in the given order, with what models trained on the other folds find in it. (The candidates that a judge is trained on come from taggers trained on four folds
/// of five, as in stacking: Wolpert 1992, "Stacked generalization".)
/// </param>
public sealed record TrainedModel(ExtractionModel Model, IReadOnlyList<(LabelledPaper Labels, PaperExtraction Found)> HeldOut)
{
    /// <summary>The scorecard of <see cref="HeldOut"/>: cross-validation over the folds of training.</summary>
    public Scorecard CrossValidate()
    {
        var card = new Scorecard();
        foreach (var (labels, found) in HeldOut)
        {
            Scorer.Add(card, labels, found);
        }

        return card;
    }
}
