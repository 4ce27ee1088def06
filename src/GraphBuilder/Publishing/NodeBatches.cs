using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>Cuts the nodes of a graph into batches of equal labels, because labels cannot be parameters.</summary>
public static class NodeBatches
{
    /// <summary>All nodes, in the order of their numbers within each set of labels.</summary>
    public static IEnumerable<PublishBatch> Of(IPropertyGraph graph)
    {
        var id = graph.PropertyKeys.Find(GraphSchema.Keys.Id);
        var groups = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var node = 0; node < graph.NodeCapacity; node++)
        {
            if (graph.NodeExists(node))
            {
                var labels = string.Join(':', Labels(graph, node).Select(CypherName.Quote));
                (groups.TryGetValue(labels, out var group) ? group : groups[labels] = []).Add(node);
            }
        }

        foreach (var (labels, nodes) in groups)
        {
            var keyed = CypherName.Quote(KeyLabel(graph, nodes[0]));
            var cypher = $"UNWIND $rows AS row MERGE (n:{keyed} {{id: row.id}}) SET n:{labels}, n += row.properties";
            foreach (var chunk in nodes.Chunk(PublishBatch.Size))
            {
                yield return new PublishBatch(cypher, [.. chunk.Select(node => Row(graph, node, id))]);
            }
        }
    }

    /// <summary>The label of a node under which its id is unique.</summary>
    /// <exception cref="InvalidOperationException">The node carries none of them: it was not made by Stemma.</exception>
    internal static string KeyLabel(IPropertyGraph graph, int node)
    {
        var labels = Labels(graph, node);
        return PublishingSchema.Keyed.FirstOrDefault(labels.Contains)
            ?? throw new InvalidOperationException($"Node {node} has the labels {string.Join(", ", labels)}, none of which has unique ids.");
    }

    private static List<string> Labels(IPropertyGraph graph, int node)
    {
        var names = new List<string>();
        foreach (var label in graph.LabelsOf(node))
        {
            names.Add(graph.Labels.NameOf(label));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static GraphValue Row(IPropertyGraph graph, int node, int id) => GraphValue.From(new Dictionary<string, GraphValue>(StringComparer.Ordinal)
    {
        ["id"] = graph.NodeProperty(node, id),
        ["properties"] = GraphValue.From(graph.NodePropertyKeys(node).ToDictionary(
            key => graph.PropertyKeys.NameOf(key), key => graph.NodeProperty(node, key), StringComparer.Ordinal)),
    });
}

/// <summary>Names inside Cypher texts, where parameters are not allowed.</summary>
public static class CypherName
{
    /// <summary>Quotes a label, type or key; doubles back-ticks (Neo4j knowledge base, "Protecting against Cypher injection").</summary>
    public static string Quote(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Length > 0 && !char.IsAsciiDigit(name[0])
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
