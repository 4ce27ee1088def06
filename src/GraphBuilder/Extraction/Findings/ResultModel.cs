using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>What reads results: a first look at the words of each pair of number and target, trees over it and the other pairs, and what is told of a number that they tie.</summary>
/// <param name="Words">The first look.</param>
/// <param name="Trees">The decision; empty where there was nothing to learn from.</param>
/// <param name="Details">Change, metric and method of a number.</param>
internal sealed record ResultModel(LinearClassifier Words, TreeEnsemble Trees, DetailModel Details);

/// <summary>What a number on a target is: three classifiers of words.</summary>
/// <param name="Kinds">Classes of <see cref="NumberKind"/>.</param>
/// <param name="Metrics">Whether a metric of the paper is the number's.</param>
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
