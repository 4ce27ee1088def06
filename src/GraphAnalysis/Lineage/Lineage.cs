using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>The ancestors and descendants of a node: an acyclic part of the graph, oldest first.</summary>
/// <param name="Focus">Id of that node.</param>
/// <param name="Nodes">In topological order, each after all its ancestors; includes the focus.</param>
/// <param name="Arcs">From the descendant to the ancestor, between <paramref name="Nodes"/>.</param>
/// <param name="RemovedArcs">Arcs that would have closed a cycle: each ran from the older to the younger node.</param>
/// <param name="Total">Number of nodes found within the depth, before the limit; <paramref name="Nodes"/> contains the best of them.</param>
public sealed record Lineage(
    string Focus, IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageArc> Arcs, IReadOnlyList<LineageArc> RemovedArcs, int Total);

/// <summary>One node of a lineage.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Depth">Hops from the focus: 0 for the focus, positive for descendants, negative for ancestors.</param>
/// <param name="Year">Year of the paper, or first year of the concept; null if unknown.</param>
/// <param name="Node">As the store returned it.</param>
public sealed record LineageNode(string Id, int Depth, int? Year, GraphNode Node)
{
    /// <summary>Display name.</summary>
    public string Name => Node.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Name, out var name) && name.IsString ? name.AsString() : Id;
}

/// <summary>One arc of a lineage.</summary>
/// <param name="From">Id of the descendant.</param>
/// <param name="To">Id of the ancestor.</param>
/// <param name="Relationship">As the store returned it, evidence included.</param>
/// <param name="IsImplied">True if a longer path implies it (transitive reduction drops it): drawn thin or omitted.</param>
public sealed record LineageArc(string From, string To, GraphRelationship Relationship, bool IsImplied)
{
    /// <summary>0..1; 0 if the store has none.</summary>
    public double Confidence => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Confidence, out var value) && value.IsNumber ? value.AsNumber() : 0;

    /// <summary>Number of papers that support it; 1 if the store has none.</summary>
    public long Papers => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Papers, out var value) && value.IsInteger ? value.AsInteger() : 1;

    /// <summary>The evidence sentence, or null.</summary>
    public string? Evidence => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Evidence, out var value) && value.IsString ? value.AsString() : null;
}

/// <summary>Which lineage to fetch.</summary>
/// <param name="Id">Id of a concept or paper.</param>
public sealed record LineageRequest(string Id)
{
    /// <summary>Direction to follow. The default is both.</summary>
    public LineageDirection Direction { get; init; } = LineageDirection.Both;

    /// <summary>Hops, 1 to 8. The default is 2.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Hops to ancestors, 0 to 8; null for <see cref="Depth"/>.</summary>
    public int? AncestorDepth { get; init; }

    /// <summary>Hops to descendants, 0 to 8; null for <see cref="Depth"/>.</summary>
    public int? DescendantDepth { get; init; }

    /// <summary>Maximum number of nodes, including the focus. The default is 60.</summary>
    public int Limit { get; init; } = 60;

    /// <summary>Omits nodes younger than this year; null for no limit.</summary>
    public int? AsOf { get; init; }

    /// <summary>Shows a concept's lineage as papers instead of concepts. A paper's always is.</summary>
    public bool ByPapers { get; init; }
}

/// <summary>Direction of a lineage, seen from its focus.</summary>
public enum LineageDirection
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>To what it builds on.</summary>
    Ancestors,

    /// <summary>To what builds on it.</summary>
    Descendants,
}

/// <summary>A path between two nodes.</summary>
/// <param name="Nodes">In path order.</param>
/// <param name="Relationships">One fewer; each may be traversed against its direction.</param>
/// <param name="Cost">Lower is better: 1 per hop, plus penalties for weak relations and for inner nodes with many relationships.</param>
public sealed record LineagePath(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphRelationship> Relationships, double Cost);
