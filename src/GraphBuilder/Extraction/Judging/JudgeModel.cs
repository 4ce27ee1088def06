using Stemma.GraphBuilder.Extraction.Memory;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Judging;

/// <summary>
/// Trained models of the judge: a linear model over the words of a candidate and around it, trees over numeric features and the output of the linear model, and corpus statistics of
/// names. Immutable and thread-safe.
/// </summary>
/// <param name="Words">The linear model, over <see cref="ConceptFeatures"/>.</param>
/// <param name="Trees">The trees, which decide, over <see cref="ConceptMeasures"/> and the output of <paramref name="Words"/>.</param>
/// <param name="Memory">Corpus statistics of names.</param>
internal sealed record JudgeModel(LinearClassifier Words, TreeEnsemble Trees, NameMemory Memory)
{
    /// <summary>Lower bound of a probability in the logarithm.</summary>
    private const double LeastProbability = 1e-6;

    /// <summary>Number of input values of <see cref="Trees"/>.</summary>
    public const int Width = ConceptMeasures.Count + ConceptJudge.Classes;

    /// <summary>Writes the input of <see cref="Trees"/> for one candidate.</summary>
    public void Write(PaperDocument document, ConceptDraft concept, Span<float> measures)
    {
        Span<double> classes = stackalloc double[ConceptJudge.Classes];
        ConceptFeatures.Write(document, concept, document.Features);
        Words.Predict(document.Features.Items, classes);
        ConceptMeasures.Write(document, concept, Memory, measures);
        AddFirstLook(classes, measures);
    }

    /// <summary>Writes the log probabilities of the linear model behind the measures.</summary>
    public static void AddFirstLook(ReadOnlySpan<double> classes, Span<float> measures)
    {
        for (var at = 0; at < ConceptJudge.Classes; at++)
        {
            measures[ConceptMeasures.Count + at] = (float)Math.Log(Math.Max(LeastProbability, classes[at]));
        }
    }
}
