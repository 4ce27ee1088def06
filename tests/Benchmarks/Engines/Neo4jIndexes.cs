using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Neo4j;

namespace Stemma.Benchmarks.Engines;

/// <summary>Unique constraints on ids in a Neo4j server; the other engines have primary keys or indexes instead.</summary>
internal sealed class Neo4jIndexes(Neo4jGraphDatabase database)
{
    private static readonly QueryOptions Writing = QueryOptions.Writing with { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Creates them and waits until they are online.</summary>
    public async Task CreateAsync(IEnumerable<NodeTable> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            await RunAsync($"CREATE CONSTRAINT FOR (n:{table.Label}) REQUIRE n.id IS UNIQUE", cancellationToken);
        }

        await RunAsync("CALL db.awaitIndexes(300)", cancellationToken);
    }

    private Task<QueryRows> RunAsync(string cypher, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, new Dictionary<string, GraphValue>(), Writing, cancellationToken);
}
