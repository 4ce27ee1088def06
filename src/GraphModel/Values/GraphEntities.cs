namespace Stemma.GraphModel.Values;

/// <summary>A node as a query returned it, detached from its store.</summary>
/// <param name="ElementId">The store's own key, unique in that store, not stable across rebuilds.</param>
/// <param name="Labels">Sorted ordinally.</param>
/// <param name="Properties">No null values.</param>
public sealed record GraphNode(string ElementId, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, GraphValue> Properties);

/// <summary>A relationship as a query returned it, detached from its store.</summary>
/// <param name="ElementId">The store's own key.</param>
/// <param name="Type">Relationship type.</param>
/// <param name="StartElementId">Key of the start node.</param>
/// <param name="EndElementId">Key of the end node.</param>
/// <param name="Properties">No null values.</param>
public sealed record GraphRelationship(
    string ElementId, string Type, string StartElementId, string EndElementId, IReadOnlyDictionary<string, GraphValue> Properties);

/// <summary>A path: nodes and the relationships between them, in path order.</summary>
/// <param name="Nodes">One more than <paramref name="Relationships"/>.</param>
/// <param name="Relationships">Each may be traversed against its direction.</param>
public sealed record GraphPath(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphRelationship> Relationships);

/// <summary>A node of an in-memory graph, by number, before it is detached for a caller. Used only by engines.</summary>
/// <param name="Id">Number in that graph.</param>
public readonly record struct NodeReference(int Id);

/// <summary>A relationship of an in-memory graph, by number. Used only by engines.</summary>
/// <param name="Id">Number in that graph.</param>
public readonly record struct RelationshipReference(int Id);

/// <summary>A path of an in-memory graph, by number. Used only by engines.</summary>
/// <param name="Nodes">Node numbers, one more than relationships.</param>
/// <param name="Relationships">Relationship numbers.</param>
public sealed record PathReference(int[] Nodes, int[] Relationships);
