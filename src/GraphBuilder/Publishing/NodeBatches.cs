using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>Splits the nodes of a graph into batches with equal labels, because labels cannot be parameters.</summary>
public static class NodeBatches
{
    /// <summary>All nodes, in the order of their numbers within each set of labels.</summary>
    /// <exception cref="InvalidDataException">A node has no id, or none of the labels under which ids are unique: it was not made by Stemma.</exception>
    public static IEnumerable<PublishBatch> Of(IPropertyGraph graph)
    {
        var id = graph.PropertyKeys.Find(GraphSchema.Keys.Id);
        var groups = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var node = 0; node < graph.NodeCapacity; node++)
        {
            if (graph.NodeExists(node))
            {
                RefuseWithoutId(graph, node, id);
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
    internal static string KeyLabel(IPropertyGraph graph, int node) => PublishingSchema.Keyed.First(Labels(graph, node).Contains);

    private static void RefuseWithoutId(IPropertyGraph graph, int node, int id)
    {
        var labels = Labels(graph, node);
        if (id < 0 || !graph.NodeProperty(node, id).IsString || !PublishingSchema.Keyed.Any(labels.Contains))
        {
            throw new InvalidDataException(
                $"a node ({string.Join(", ", labels.Prepend($"number {node}"))}) cannot be published: each needs the label {string.Join(" or ", PublishingSchema.Keyed)} and an id, by which the server finds it again");
        }
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

/// <summary>Quotes names in Cypher texts, where parameters are not allowed.</summary>
public static class CypherName
{
    /// <summary>
    /// Quotes a label, type or key; doubles back-ticks. Neo4j reads <c>\u0060</c> as a back-tick before it looks for the end of a name, so a backslash
    /// before a <c>u</c> is written as an escape itself (Neo4j knowledge base, "Protecting against Cypher injection").
    /// </summary>
    public static string Quote(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Length > 0 && !char.IsAsciiDigit(name[0])
            ? name
            : $"`{name.Replace("\\u", "\\u005Cu", StringComparison.Ordinal).Replace("`", "``", StringComparison.Ordinal)}`";
}
