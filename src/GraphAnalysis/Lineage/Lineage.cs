using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>Where something comes from and what came of it: a part of the graph without cycles, oldest first.</summary>
/// <param name="Focus">Id of the node it is about.</param>
/// <param name="Nodes">In topological order: each after all it descends from; the focus among them.</param>
/// <param name="Arcs">From the descendant to the ancestor, between <paramref name="Nodes"/>.</param>
/// <param name="RemovedArcs">Arcs that would have closed a cycle: each ran from the older to the younger of its nodes.</param>
/// <param name="Total">Nodes found within the depth, before the limit; <paramref name="Nodes"/> holds the best of them.</param>
public sealed record Lineage(
    string Focus, IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageArc> Arcs, IReadOnlyList<LineageArc> RemovedArcs, int Total);

/// <summary>One node of a lineage.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Depth">Hops from the focus: 0 the focus, positive for descendants, negative for ancestors.</param>
/// <param name="Year">Year of the paper, or first year of the concept; null where unknown.</param>
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
/// <param name="IsImplied">True where a longer way says the same (transitive reduction drops it): drawn thin or left out.</param>
public sealed record LineageArc(string From, string To, GraphRelationship Relationship, bool IsImplied)
{
    /// <summary>0..1; 0 where the store has none.</summary>
    public double Confidence => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Confidence, out var value) && value.IsNumber ? value.AsNumber() : 0;

    /// <summary>Number of papers that support it; 1 where the store has none.</summary>
    public long Papers => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Papers, out var value) && value.IsInteger ? value.AsInteger() : 1;

    /// <summary>The sentence that shows it, or null.</summary>
    public string? Evidence => Relationship.Properties.TryGetValue(GraphModel.GraphSchema.Keys.Evidence, out var value) && value.IsString ? value.AsString() : null;
}

/// <summary>What lineage to fetch.</summary>
/// <param name="Id">Id of a concept or paper.</param>
public sealed record LineageRequest(string Id)
{
    /// <summary>Which way to walk. The default is both.</summary>
    public LineageDirection Direction { get; init; } = LineageDirection.Both;

    /// <summary>Hops, 1 to 8. The default is 2.</summary>
    public int Depth { get; init; } = 2;

    /// <summary>Hops to ancestors, 0 to 8; null for <see cref="Depth"/>.</summary>
    public int? AncestorDepth { get; init; }

    /// <summary>Hops to descendants, 0 to 8; null for <see cref="Depth"/>.</summary>
    public int? DescendantDepth { get; init; }

    /// <summary>Nodes to keep, the focus included. The default is 60.</summary>
    public int Limit { get; init; } = 60;

    /// <summary>Leaves out what is younger than this year; null for nothing.</summary>
    public int? AsOf { get; init; }

    /// <summary>Tells a concept's lineage by papers rather than by concepts. A paper's always is.</summary>
    public bool ByPapers { get; init; }
}

/// <summary>Which way a lineage runs from its focus.</summary>
public enum LineageDirection
{
    /// <summary>Both.</summary>
    Both,

    /// <summary>To what it builds on.</summary>
    Ancestors,

    /// <summary>To what builds on it.</summary>
    Descendants,
}

/// <summary>A way between two nodes.</summary>
/// <param name="Nodes">In walking order.</param>
/// <param name="Relationships">One fewer; each may be walked against its direction.</param>
/// <param name="Cost">Lower is better: one a hop, more for weak relations and for crowded nodes between.</param>
public sealed record LineagePath(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphRelationship> Relationships, double Cost);
