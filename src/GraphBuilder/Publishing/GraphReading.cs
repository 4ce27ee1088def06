using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>Reads a graph by schema names for exporters, in orders that depend only on content.</summary>
internal sealed class GraphReading(IPropertyGraph graph)
{
    private readonly int _id = graph.PropertyKeys.Find(GraphSchema.Keys.Id);

    /// <summary>Nodes with a label, ordered by id.</summary>
    public int[] NodesById(string label)
    {
        var token = graph.Labels.Find(label);
        var nodes = token < 0 ? [] : graph.NodesWithLabel(token).ToArray();
        var ids = Array.ConvertAll(nodes, IdOf);
        Array.Sort(ids, nodes, StringComparer.Ordinal);
        return nodes;
    }

    /// <summary>A property of a node, or null.</summary>
    public GraphValue Property(int node, string key) =>
        graph.PropertyKeys.Find(key) is >= 0 and var token ? graph.NodeProperty(node, token) : GraphValue.Null;

    /// <summary>A property of a relationship, or null.</summary>
    public GraphValue RelationshipProperty(int relationship, string key) =>
        graph.PropertyKeys.Find(key) is >= 0 and var token ? graph.RelationshipProperty(relationship, token) : GraphValue.Null;

    /// <summary>Type labels of a concept in display order, because the labels of a graph node are unordered.</summary>
    public List<string> ConceptTypes(int concept) =>
        [.. GraphSchema.Labels.ConceptTypes.Where(type => graph.Labels.Find(type) is >= 0 and var token && graph.HasLabel(concept, token))];

    /// <summary>Outgoing relationships of a type to nodes with a label, ordered by the other node's id, then by number.</summary>
    public List<(int Relationship, int Node)> Outgoing(int node, string type, string label)
    {
        var (typeToken, labelToken) = (graph.RelationshipTypes.Find(type), graph.Labels.Find(label));
        var found = new List<(int Relationship, int Node)>();
        if (typeToken < 0 || labelToken < 0)
        {
            return found;
        }

        var outgoing = graph.Outgoing(node, typeToken);
        for (var at = 0; at < outgoing.Count; at++)
        {
            if (graph.HasLabel(outgoing.Neighbours[at], labelToken))
            {
                found.Add((outgoing.Relationships[at], outgoing.Neighbours[at]));
            }
        }

        return [.. found.OrderBy(pair => IdOf(pair.Node), StringComparer.Ordinal).ThenBy(pair => pair.Relationship)];
    }

    private string IdOf(int node) => graph.NodeProperty(node, _id) is { IsString: true } id ? id.AsString() : "";
}
