using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>What ties numbers to targets: a first look at the words of each pair, and trees over it and the other pairs.</summary>
/// <param name="Words">The first look.</param>
/// <param name="Trees">The decision; empty where there was nothing to learn from.</param>
internal sealed record ResultModel(LinearClassifier Words, TreeEnsemble Trees);
