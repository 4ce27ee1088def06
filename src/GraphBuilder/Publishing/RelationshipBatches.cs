using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>
/// Splits the relationships of a graph into batches with equal type and equal labels of the ends. A key distinguishes parallel relationships, so that publishing again finds
/// each one: several numbers that a paper reports on one benchmark differ in position or content, several derived relationships between two papers in what they
/// came through.
/// </summary>
public static class RelationshipBatches
{
    private static readonly string[] Number =
    [
        GraphSchema.Keys.Field, GraphSchema.Keys.Start, GraphSchema.Keys.Value, GraphSchema.Keys.Unit, GraphSchema.Keys.Metric, GraphSchema.Keys.Delta, GraphSchema.Keys.Of,
    ];

    private static readonly string[] Way = [GraphSchema.Keys.Via];

    /// <summary>All relationships, sorted by their ends within each batch: a server locks both ends, and a fixed order avoids deadlocks.</summary>
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
        var name = graph.RelationshipTypes.NameOf(graph.TypeOf(relationship));
        var type = CypherName.Quote(name);
        var from = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.StartOf(relationship)));
        var to = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.EndOf(relationship)));
        var same = string.Join(" AND ", (name == GraphSchema.Types.Reports ? Number : Way).Select(IsSame));
        return $$"""
            UNWIND $rows AS row
            MATCH (a:{{from}} {id: row.from}) MATCH (b:{{to}} {id: row.to})
            OPTIONAL MATCH (a)-[old:{{type}}]->(b) WHERE {{same}}
            FOREACH (r IN CASE WHEN old IS NULL THEN [] ELSE [old] END | SET r += row.properties)
            FOREACH (absent IN CASE WHEN old IS NULL THEN [true] ELSE [] END | CREATE (a)-[r:{{type}}]->(b) SET r += row.properties)
            """;
    }

    /// <summary>True in Cypher if both are equal or both absent; MERGE cannot require absence, and would match a relationship that has the key for one that has not.</summary>
    private static string IsSame(string key) => $"coalesce(old.{key} = row.properties.{key}, old.{key} IS NULL AND row.properties.{key} IS NULL)";

    private static GraphValue Row(IPropertyGraph graph, int relationship, int id) => GraphValue.From(new Dictionary<string, GraphValue>(StringComparer.Ordinal)
    {
        ["from"] = graph.NodeProperty(graph.StartOf(relationship), id),
        ["to"] = graph.NodeProperty(graph.EndOf(relationship), id),
        ["properties"] = GraphValue.From(graph.RelationshipPropertyKeys(relationship).ToDictionary(
            key => graph.PropertyKeys.NameOf(key), key => graph.RelationshipProperty(relationship, key), StringComparer.Ordinal)),
    });
}
