using Stemma.GraphBuilder.Publishing;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphBuilderTests.Publishing;

/// <summary>Batches run on an embedded graph instead of a server.</summary>
public sealed class RelationshipBatchesTests
{
    [Fact]
    public async Task What_came_through_something_else_at_the_last_publication_is_updated()
    {
        await using var server = EmbeddedGraphDatabase.Over(Graph(("dpo", 0.7)), TimeProvider.System);

        await PublishAsync(Graph(("ppo", 0.9)), server);

        Assert.Equal(["ppo 0.9"], await BuildsOnAsync(server));
    }

    [Fact]
    public async Task Parallel_relationships_are_told_apart_by_what_they_came_through()
    {
        await using var server = EmbeddedGraphDatabase.Over(Graph(("dpo", 0.7)), TimeProvider.System);

        await PublishAsync(Graph(("ppo", 0.9), ("dpo", 0.8)), server);

        Assert.Equal(["dpo 0.8", "ppo 0.9"], await BuildsOnAsync(server));
    }

    private static ColumnGraph Graph(params (string Via, double Confidence)[] relationships)
    {
        var loader = new ColumnGraphLoader();
        var (one, two) = (loader.AddNode(["Paper"], [new("id", GraphValue.From("arxiv:1"))]), loader.AddNode(["Paper"], [new("id", GraphValue.From("arxiv:2"))]));
        foreach (var (via, confidence) in relationships)
        {
            loader.AddRelationship("BUILDS_ON", one, two, [new("via", GraphValue.From(via)), new("confidence", GraphValue.From(confidence))]);
        }

        return loader.Finish();
    }

    private static async Task PublishAsync(ColumnGraph graph, EmbeddedGraphDatabase server)
    {
        foreach (var batch in RelationshipBatches.Of(graph))
        {
            await server.ReadAllAsync(
                batch.Cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["rows"] = GraphValue.From(batch.Rows) }, QueryOptions.Writing, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IEnumerable<string>> BuildsOnAsync(EmbeddedGraphDatabase server)
    {
        var found = await server.ReadAllAsync(
            "MATCH ()-[r:BUILDS_ON]->() RETURN r.via + ' ' + r.confidence AS text ORDER BY text", new Dictionary<string, GraphValue>(), QueryOptions.Reading, TestContext.Current.CancellationToken);
        return found.Rows.Select(row => row[0].AsString());
    }
}
