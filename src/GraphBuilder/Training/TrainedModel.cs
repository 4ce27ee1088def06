using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Training;

/// <summary>What training gives.</summary>
/// <param name="Model">The model, learnt on all labelled papers.</param>
/// <param name="HeldOut">
/// Each labelled paper, in the order given, with what models say of it whose every decision was learnt on the other parts of the jackknife. (What a judge sees of the papers that it learns on comes from
/// taggers that saw four parts of five, as in stacking: Wolpert 1992, "Stacked generalization".)
/// </param>
public sealed record TrainedModel(ExtractionModel Model, IReadOnlyList<(LabelledPaper Labels, PaperExtraction Found)> HeldOut)
{
    /// <summary>The scorecard of <see cref="HeldOut"/>: cross-validation in as many folds as the jackknife has parts.</summary>
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
