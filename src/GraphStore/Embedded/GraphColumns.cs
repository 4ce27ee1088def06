using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <summary>The complete content of a graph: what a loader produces, a file stores and <see cref="ColumnGraph"/> is created from. No node or relationship is deleted.</summary>
/// <param name="Labels">Label names.</param>
/// <param name="Types">Relationship types.</param>
/// <param name="Keys">Property keys of nodes and relationships.</param>
/// <param name="Nodes">Labels by node.</param>
/// <param name="Relationships">Type and ends by relationship.</param>
/// <param name="NodeProperties">By key token; may be shorter than <paramref name="Keys"/>.</param>
/// <param name="RelationshipProperties">By key token; may be shorter than <paramref name="Keys"/>.</param>
/// <param name="IndexedKeys">Node property keys to index.</param>
internal sealed record GraphColumns(
    TokenTable Labels,
    TokenTable Types,
    TokenTable Keys,
    LabelTable Nodes,
    RelationshipTable Relationships,
    IReadOnlyList<PropertyColumn?> NodeProperties,
    IReadOnlyList<PropertyColumn?> RelationshipProperties,
    IReadOnlyList<string> IndexedKeys)
{
    /// <summary>The columns of an empty graph.</summary>
    public static GraphColumns Empty(IReadOnlyList<string> indexedKeys) => new(
        LabelNames([]), TypeNames([]), KeyNames([]), new LabelTable(), new RelationshipTable([], [], []), [], [], indexedKeys);

    /// <summary>The nodes with a label, ascending.</summary>
    public int[] NodesWithLabel(string label) => Nodes.NodesWithLabel(Labels.Find(label)).ToArray();

    /// <summary>A property of a node, or the null value.</summary>
    public GraphValue NodeProperty(int node, string key) =>
        Keys.Find(key) is var token && (uint)token < (uint)NodeProperties.Count && NodeProperties[token] is { } column ? column.Read(node) : GraphValue.Null;

    /// <summary>A table of labels.</summary>
    public static TokenTable LabelNames(IEnumerable<string> names) => new("label", names);

    /// <summary>A table of relationship types.</summary>
    public static TokenTable TypeNames(IEnumerable<string> names) => new("relationship type", names, RelationshipTable.TypeLimit);

    /// <summary>A table of property keys.</summary>
    public static TokenTable KeyNames(IEnumerable<string> names) => new("property key", names);
}
