using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.Testing.Engines;

/// <summary>
/// Writes query results as texts that are equal if the content is: nodes by labels and properties, relationships by type, ends and properties. Element ids, which each
/// engine generates for itself, are omitted.
/// </summary>
public sealed class ContentText
{
    private readonly Dictionary<string, string> _names;

    private ContentText(Dictionary<string, string> names) => _names = names;

    /// <summary>All nodes of the graph, sorted.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>All relationships, sorted.</summary>
    public required IReadOnlyList<string> Relationships { get; init; }

    /// <summary>Reads a whole graph, including its element ids.</summary>
    public static async Task<ContentText> ReadAsync(IGraphDatabase database, CancellationToken cancellationToken)
    {
        var nodes = await ReadAsync(database, "MATCH (n) RETURN n", cancellationToken);
        var relationships = await ReadAsync(database, "MATCH ()-[r]->() RETURN r", cancellationToken);
        var text = new ContentText(nodes.ToDictionary(node => node.AsNode().ElementId, node => NameOf(node.AsNode()), StringComparer.Ordinal)) { Nodes = [], Relationships = [] };
        return new ContentText(text._names)
        {
            Nodes = [.. nodes.Select(text.Of).Order(StringComparer.Ordinal)],
            Relationships = [.. relationships.Select(text.Of).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>The element id of the node with a label and an id.</summary>
    public string KeyOf(string label, string id) => _names.First(entry => entry.Value == $"{label} {id}").Key;

    /// <summary>Writes one value.</summary>
    public string Of(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Node => $"({string.Join(':', value.AsNode().Labels)} {Of(value.AsNode().Properties)})",
        GraphValueKind.Relationship => Of(value.AsRelationship()),
        GraphValueKind.Path => $"<{string.Join(", ", value.AsPath().Nodes.Select(NameOf))} by {string.Join(", ", value.AsPath().Relationships.Select(Of))}>",
        GraphValueKind.List => $"[{string.Join(", ", value.AsList().Select(Of))}]",
        GraphValueKind.Map => Of(value.AsMap()),
        GraphValueKind.String => _names.GetValueOrDefault(value.AsString(), value.AsString()),
        _ => ValuePrinter.Print(value),
    };

    private string Of(GraphRelationship relationship) =>
        $"[{_names[relationship.StartElementId]} {relationship.Type} {_names[relationship.EndElementId]} {Of(relationship.Properties)}]";

    private string Of(IReadOnlyDictionary<string, GraphValue> map) =>
        $"{{{string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}";

    private static string NameOf(GraphNode node) =>
        $"{node.Labels.First(label => label is GraphSchema.Labels.Paper or GraphSchema.Labels.Concept or GraphSchema.Labels.Author or GraphSchema.Labels.Venue)} {node.Properties[GraphSchema.Keys.Id].AsString()}";

    private static async Task<List<GraphValue>> ReadAsync(IGraphDatabase database, string cypher, CancellationToken cancellationToken)
    {
        var options = QueryOptions.Reading with { MaxRows = null, Timeout = TimeSpan.FromMinutes(2) };
        var result = await database.ReadAllAsync(cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal), options, cancellationToken);
        return [.. result.Rows.Select(row => row[0])];
    }
}
