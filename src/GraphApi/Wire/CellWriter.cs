using System.Text.Json.Nodes;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>Writes a value as a JSON cell; entities are written as their views.</summary>
internal sealed class CellWriter(GraphView graph)
{
    private readonly Dictionary<string, NodeView> _nodes = graph.Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, EdgeView> _edges = graph.Edges.ToDictionary(edge => edge.Id, StringComparer.Ordinal);

    /// <summary>Writes one value. Floats have a point or an exponent; infinities and NaN, which JSON lacks, become strings; temporals become ISO strings.</summary>
    public JsonNode? Write(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => null,
        GraphValueKind.Boolean => value.AsBoolean(),
        GraphValueKind.Integer => value.AsInteger(),
        GraphValueKind.Float when double.IsFinite(value.AsFloat()) => JsonNode.Parse(JsonNumber.Print(value.AsFloat())),
        GraphValueKind.String => value.AsString(),
        GraphValueKind.List => new JsonArray([.. value.AsList().Select(Write)]),
        GraphValueKind.Map => new JsonObject(value.AsMap().Select(pair => KeyValuePair.Create(pair.Key, Write(pair.Value)))),
        GraphValueKind.Node => new JsonObject { ["node"] = Node(value.AsNode()) },
        GraphValueKind.Relationship => new JsonObject { ["edge"] = Edge(value.AsRelationship()) },
        GraphValueKind.Path => new JsonObject { ["path"] = Path(value.AsPath()) },
        _ => ValuePrinter.Text(value),
    };

    private JsonNode? Node(GraphNode node) => Json.ToNode(_nodes.TryGetValue(node.ElementId, out var view) ? view : EntityViews.Describe(node, 0));

    private JsonNode? Edge(GraphRelationship edge) => _edges.TryGetValue(edge.ElementId, out var view) ? Json.ToNode(view) : null;

    private JsonObject Path(GraphPath path) => new()
    {
        ["nodes"] = new JsonArray([.. path.Nodes.Select(Node)]),
        ["edges"] = new JsonArray([.. path.Relationships.Select(Edge)]),
    };
}
