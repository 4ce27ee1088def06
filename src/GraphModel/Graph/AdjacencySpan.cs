namespace Stemma.GraphModel.Graph;

/// <summary>
/// A node's relationships in one direction, as parallel spans: entry i is one relationship and the node at its other end. Valid until the next change of the graph.
/// </summary>
/// <param name="Relationships">Relationship numbers, sorted by (type token, relationship number).</param>
/// <param name="Neighbours">Node numbers at the other end.</param>
public readonly ref struct AdjacencySpan(ReadOnlySpan<int> Relationships, ReadOnlySpan<int> Neighbours)
{
    /// <summary>Relationship numbers.</summary>
    public ReadOnlySpan<int> Relationships { get; } = Relationships;

    /// <summary>Node numbers at the other end.</summary>
    public ReadOnlySpan<int> Neighbours { get; } = Neighbours;

    /// <summary>Number of entries.</summary>
    public int Count => Relationships.Length;
}
