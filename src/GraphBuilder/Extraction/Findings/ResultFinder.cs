using System.Runtime.CompilerServices;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Ties numbers to the datasets and benchmarks that they are reported on. Rules read runs of one sentence ("81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C", see <see cref="SentenceResults"/>). A first look takes
/// each pair of number and target alone, by its words (<see cref="ResultFeatures"/>); trees weigh it with the rules, the role of the target and the looks at the other pairs, for a number belongs to one target mostly,
/// and with targets of other sentences, for a benchmark is often named before its numbers come. What the number is, <see cref="DetailFinder"/> tells. The tuple is that of
/// Hou et al. 2019, "Identification of tasks, datasets, evaluation metrics, and numeric scores for scientific leaderboards construction".
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>Numbers and targets of a sentence: <see cref="ResultSentence"/>, from <see cref="ResultNumbers"/>, <see cref="ResultRanges"/> and <see cref="ResultTargets"/>.</item>
/// <item>What rules tie: <see cref="SentenceResults"/>; how both stand in lists: <see cref="ResultLists"/>.</item>
/// <item>Pairs, and the first look at each: <see cref="ResultPairs"/>, <see cref="ResultFeatures"/>.</item>
/// <item>The trees' look at all of them: <see cref="ResultValues"/>.</item>
/// <item>What is no result after all: <see cref="ResultBounds"/>.</item>
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

    /// <summary>Named where no rule ties a pair.</summary>
    public const string ModelRule = "result.model";

    /// <summary>From this probability on a pair is told. F1 in five folds over all labelled abstracts, with the concepts that the shipped model finds: 0.797 at 0.38, 0.800 at 0.42, 0.802 at 0.46, 0.800 at 0.5.</summary>
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
