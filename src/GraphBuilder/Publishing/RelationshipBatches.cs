using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>
/// Cuts the relationships of a graph into batches of equal type, ends and key. The key tells parallel relationships apart, so that a second
/// publication finds each again: several numbers that one paper reports on one benchmark differ in where they stand in the text, several
/// derived ways from one paper to another in what they came through.
/// </summary>
public static class RelationshipBatches
{
    private static readonly string[] PlaceInText = [GraphSchema.Keys.Field, GraphSchema.Keys.Start];
    private static readonly string[] Way = [GraphSchema.Keys.Via];

    /// <summary>All relationships, sorted by their ends within each batch: a server locks both ends, and in one order there is no deadlock.</summary>
    public static IEnumerable<PublishBatch> Of(IPropertyGraph graph)
    {
        var groups = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            if (graph.RelationshipExists(relationship))
            {
                var cypher = Cypher(graph, relationship);
                (groups.TryGetValue(cypher, out var group) ? group : groups[cypher] = []).Add(relationship);
            }
        }

        var id = graph.PropertyKeys.Find(GraphSchema.Keys.Id);
        foreach (var (cypher, relationships) in groups)
        {
            foreach (var chunk in relationships.OrderBy(graph.StartOf).ThenBy(graph.EndOf).Chunk(PublishBatch.Size))
            {
                yield return new PublishBatch(cypher, [.. chunk.Select(relationship => Row(graph, relationship, id))]);
            }
        }
    }

    private static string Cypher(IPropertyGraph graph, int relationship)
    {
        var type = graph.RelationshipTypes.NameOf(graph.TypeOf(relationship));
        var key = KeyOf(graph, relationship, type).Select(name => $"{CypherName.Quote(name)}: row.properties.{CypherName.Quote(name)}");
        var from = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.StartOf(relationship)));
        var to = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.EndOf(relationship)));
        var map = string.Join(", ", key);
        return $"UNWIND $rows AS row MATCH (a:{from} {{id: row.from}}) MATCH (b:{to} {{id: row.to}}) "
            + $"MERGE (a)-[r:{CypherName.Quote(type)}{(map.Length == 0 ? "" : $" {{{map}}}")}]->(b) SET r += row.properties";
    }

    /// <summary>A key that a relationship lacks cannot be merged on, and is left out.</summary>
    private static IEnumerable<string> KeyOf(IPropertyGraph graph, int relationship, string type)
    {
        var names = type == GraphSchema.Types.Reports ? PlaceInText : Way;
        return names.Where(name => graph.PropertyKeys.Find(name) is var key and >= 0 && !graph.RelationshipProperty(relationship, key).IsNull);
    }

    private static GraphValue Row(IPropertyGraph graph, int relationship, int id) => GraphValue.From(new Dictionary<string, GraphValue>(StringComparer.Ordinal)
    {
        ["from"] = graph.NodeProperty(graph.StartOf(relationship), id),
        ["to"] = graph.NodeProperty(graph.EndOf(relationship), id),
        ["properties"] = GraphValue.From(graph.RelationshipPropertyKeys(relationship).ToDictionary(
            key => graph.PropertyKeys.NameOf(key), key => graph.RelationshipProperty(relationship, key), StringComparer.Ordinal)),
    });
}
