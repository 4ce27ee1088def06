namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>A node that matches a full-text query.</summary>
/// <param name="Node">Node number.</param>
/// <param name="Score">Positive; higher is better; comparable within one query only.</param>
public readonly record struct FullTextHit(int Node, double Score);
