using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>
/// Splits the relationships of a graph into batches with equal type and equal labels of the ends. Publishing again finds a relationship by its ends and type, whatever else changed.
/// A key distinguishes parallel relationships: several numbers that a paper reports on one benchmark differ in position or content, others, which only a statement that writes
/// can create, in what they came through.
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
        var parallel = FindParallel(graph);
        var groups = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            if (graph.RelationshipExists(relationship))
            {
                var cypher = Cypher(graph, relationship, parallel.Contains(Place(graph, relationship)));
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

    /// <summary>Ends and type of the relationships of which the graph has several.</summary>
    private static HashSet<(int Start, int Type, int End)> FindParallel(IPropertyGraph graph)
    {
        var (seen, parallel) = (new HashSet<(int, int, int)>(), new HashSet<(int, int, int)>());
        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            if (graph.RelationshipExists(relationship) && !seen.Add(Place(graph, relationship)))
            {
                parallel.Add(Place(graph, relationship));
            }
        }

        return parallel;
    }

    private static (int Start, int Type, int End) Place(IPropertyGraph graph, int relationship) => (graph.StartOf(relationship), graph.TypeOf(relationship), graph.EndOf(relationship));

    private static string Cypher(IPropertyGraph graph, int relationship, bool isParallel)
    {
        var name = graph.RelationshipTypes.NameOf(graph.TypeOf(relationship));
        var type = CypherName.Quote(name);
        var from = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.StartOf(relationship)));
        var to = CypherName.Quote(NodeBatches.KeyLabel(graph, graph.EndOf(relationship)));
        var keys = name == GraphSchema.Types.Reports ? Number : isParallel ? Way : [];
        var where = keys.Length == 0 ? "" : $" WHERE {string.Join(" AND ", keys.Select(IsSame))}";
        return $$"""
            UNWIND $rows AS row
            MATCH (a:{{from}} {id: row.from}) MATCH (b:{{to}} {id: row.to})
            OPTIONAL MATCH (a)-[old:{{type}}]->(b){{where}}
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
