using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Trained models for results: a first pass over the words of each pair of number and target, trees over its probabilities for all pairs, and classifiers for the details of the
/// numbers linked.
/// </summary>
/// <param name="Words">The first pass.</param>
/// <param name="Trees">The decision; empty where there were no training data.</param>
/// <param name="Details">Change, metric and method of a number.</param>
internal sealed record ResultModel(LinearClassifier Words, TreeEnsemble Trees, DetailModel Details);

/// <summary>Three linear classifiers for the details of a number on a target.</summary>
/// <param name="Kinds">Classes of <see cref="NumberKind"/>.</param>
/// <param name="Metrics">Whether the number is measured in a metric of the paper.</param>
/// <param name="Methods">Whether a method of the paper reached it.</param>
internal sealed record DetailModel(LinearClassifier Kinds, LinearClassifier Metrics, LinearClassifier Methods);

/// <summary>What a number on a target is; the order is that of the classes.</summary>
internal enum NumberKind
{
    /// <summary>What is reached: "81.8%".</summary>
    Level,

    /// <summary>By how much more: "a gain of 5.9%", "14% better".</summary>
    Gain,

    /// <summary>By how much less: "28% fewer errors".</summary>
    Loss,
}
