using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>
/// What the judge learnt: a linear model over the words of a candidate and around it, trees over what can be measured, the linear model's answer among it, and what a corpus
/// says of names. Immutable and thread-safe.
/// </summary>
/// <param name="Words">The first look, over <see cref="ConceptFeatures"/>.</param>
/// <param name="Trees">The decision, over <see cref="ConceptMeasures"/>.</param>
/// <param name="Memory">Names of the corpus.</param>
internal sealed record JudgeModel(LinearClassifier Words, TreeEnsemble Trees, NameMemory Memory)
{
    /// <summary>Probability below which the logarithm is cut off.</summary>
    private const double LeastProbability = 1e-6;

    /// <summary>Values that <see cref="Trees"/> look at.</summary>
    public const int Width = ConceptMeasures.Count + ConceptJudge.Classes;

    /// <summary>Writes what <see cref="Trees"/> look at of one candidate.</summary>
    public void Write(PaperDocument document, ConceptDraft concept, Span<float> measures)
    {
        Span<double> classes = stackalloc double[ConceptJudge.Classes];
        ConceptFeatures.Write(document, concept, document.Features);
        Words.Predict(document.Features.Items, classes);
        ConceptMeasures.Write(document, concept, Memory, measures);
        AddFirstLook(classes, measures);
    }

    /// <summary>Puts the logarithms of the first look behind the measures.</summary>
    public static void AddFirstLook(ReadOnlySpan<double> classes, Span<float> measures)
    {
        for (var at = 0; at < ConceptJudge.Classes; at++)
        {
            measures[ConceptMeasures.Count + at] = (float)Math.Log(Math.Max(LeastProbability, classes[at]));
        }
    }
}
