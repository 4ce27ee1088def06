using System.Runtime.CompilerServices;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Links numbers to the datasets and benchmarks that they are reported on. Rules link runs within one sentence ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C", see
/// <see cref="SentenceResults"/>). The first pass scores each pair of number and target alone, by its words (<see cref="ResultFeatures"/>). Trees combine this probability with the
/// rules, the role of the target, the probabilities of the other pairs, because a number mostly belongs to one target, and targets of other sentences, because a benchmark is often
/// named before its numbers. <see cref="DetailFinder"/> decides what the number is. The tuple is that of Hou et al. 2019, "Identification of tasks, datasets, evaluation metrics,
/// and numeric scores for scientific leaderboards construction".
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>Numbers and targets of a sentence: <see cref="ResultSentence"/>, from <see cref="ResultNumbers"/>, <see cref="ResultRanges"/> and <see cref="ResultTargets"/>.</item>
/// <item>Links by rules: <see cref="SentenceResults"/>; positions in lists: <see cref="ResultLists"/>.</item>
/// <item>Pairs, and the first pass over them: <see cref="ResultPairs"/>, <see cref="ResultFeatures"/>.</item>
/// <item>Inputs of the trees: <see cref="ResultValues"/>.</item>
/// <item>Exclusions: <see cref="ResultBounds"/>.</item>
/// <item>Level or change, metric and method: <see cref="DetailFinder"/>.</item>
/// </list>
/// </remarks>
[SkipLocalsInit]
internal sealed class ResultFinder(ResultModel model) : IExtractionStage
{
    /// <summary>Class of a pair that belongs together.</summary>
    public const int Tied = 1;

    /// <summary>Number of classes.</summary>
    public const int Classes = 2;

    /// <summary>Rule id where no rule links a pair.</summary>
    public const string ModelRule = "result.model";

    /// <summary>
    /// Lowest probability of a pair that is reported. F1 in five folds over all labelled abstracts, with the concepts that the shipped model finds: 0.797 at 0.38, 0.800 at 0.42,
    /// 0.802 at 0.46, 0.800 at 0.5.
    /// </summary>
    private const double Threshold = 0.46;

    private readonly DetailFinder _details = new(model.Details);

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences | Layers.Roles;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Results;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        if (model.Trees.IsEmpty || !document.Concepts.Exists(ResultSentence.IsTarget))
        {
            return;
        }

        var pairs = ResultPairs.In(document);
        pairs.Look(document, model.Words);
        var main = document.MainConcept();
        Span<float> values = stackalloc float[ResultValues.Count];
        Span<double> classes = stackalloc double[Classes];
        for (var at = 0; at < pairs.All.Length; at++)
        {
            ResultValues.Write(document, pairs, at, values);
            model.Trees.Predict(values, classes);
            Tell(document, pairs.All[at], main, classes[Tied]);
        }
    }

    private void Tell(PaperDocument document, ResultPair pair, int main, double probability)
    {
        var (sentence, at, target) = pair;
        var number = sentence.Numbers[at];
        if (probability >= Threshold && !ResultBounds.IsCount(document, number) && !ResultBounds.ArePart(document, sentence, number.Range, target))
        {
            var detail = _details.Read(document, sentence, at, main);
            document.Results.Add(new ExtractedResult(
                target, number.Value, number.Unit, detail.Metric, detail.In, detail.Delta, detail.Of, document.ToEvidence(number.Range), sentence.RuleOf(number, target) ?? ModelRule, Math.Round(probability, 3)));
        }
    }
}
