using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Publishing;

/// <summary>
/// Writes a graph to a Neo4j server: <see cref="PublishingSchema"/> (constraints and indexes) → <see cref="NodeBatches"/> → <see cref="RelationshipBatches"/>. Each batch finds existing
/// elements by stable keys, updates them and creates the rest, so publishing again creates nothing, and publishing after an interruption completes the graph.
/// Other content of the server is left alone.
/// </summary>
/// <param name="writer">Runs the batches.</param>
public sealed class GraphPublisher(Neo4jBatchWriter writer)
{
    private static readonly Dictionary<string, GraphValue> NoParameters = [];

    /// <summary>Publishes the whole graph.</summary>
    /// <param name="graph">The graph; not changed while this runs.</param>
    /// <param name="progress">Receives the progress after each batch, or null.</param>
    /// <param name="cancellationToken">Stops between batches; what was written stays.</param>
    public async Task<PublishReport> PublishAsync(IPropertyGraph graph, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new PublishReport(0, 0, 0, 0, 0);
        foreach (var statement in PublishingSchema.Statements)
        {
            await writer.WriteAsync(statement, NoParameters, cancellationToken).ConfigureAwait(false);
        }

        foreach (var batch in NodeBatches.Of(graph))
        {
            report = report.AddNodes(batch.Count, await WriteAsync(batch, cancellationToken).ConfigureAwait(false));
            progress?.Report(new PublishProgress("nodes", report.Nodes, graph.NodeCount));
        }

        foreach (var batch in RelationshipBatches.Of(graph))
        {
            report = report.AddRelationships(batch.Count, await WriteAsync(batch, cancellationToken).ConfigureAwait(false));
            progress?.Report(new PublishProgress("relationships", report.Relationships, graph.RelationshipCount));
        }

        await writer.WriteAsync(PublishingSchema.AwaitIndexes, NoParameters, cancellationToken).ConfigureAwait(false);
        return report;
    }

    private Task<UpdateCounters> WriteAsync(PublishBatch batch, CancellationToken cancellationToken) =>
        writer.WriteAsync(batch.Cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["rows"] = GraphValue.From(batch.Rows) }, cancellationToken);
}

/// <summary>Rows for one statement.</summary>
/// <param name="Cypher">Statement with the parameter <c>$rows</c>.</param>
/// <param name="Rows">One map per node or relationship.</param>
public sealed record PublishBatch(string Cypher, IReadOnlyList<GraphValue> Rows)
{
    /// <summary>Rows per batch: large enough to hide the round trip, small enough for the server's default heap (Neo4j data ingestion guide: 1,000 to 20,000).</summary>
    public const int Size = 2_000;

    /// <summary>Number of rows.</summary>
    public int Count => Rows.Count;
}

/// <summary>Progress of publishing.</summary>
/// <param name="Stage"><c>nodes</c> or <c>relationships</c>.</param>
/// <param name="Done">Sent so far.</param>
/// <param name="Total">To send.</param>
public readonly record struct PublishProgress(string Stage, int Done, int Total);

/// <summary>Result of publishing.</summary>
/// <param name="Nodes">Nodes sent.</param>
/// <param name="Relationships">Relationships sent.</param>
/// <param name="NodesCreated">Nodes that the server lacked.</param>
/// <param name="RelationshipsCreated">Relationships that the server lacked.</param>
/// <param name="PropertiesSet">Properties written, changed or not.</param>
public sealed record PublishReport(int Nodes, int Relationships, int NodesCreated, int RelationshipsCreated, int PropertiesSet)
{
    internal PublishReport AddNodes(int count, UpdateCounters counters) => Add(counters) with { Nodes = Nodes + count };

    internal PublishReport AddRelationships(int count, UpdateCounters counters) => Add(counters) with { Relationships = Relationships + count };

    private PublishReport Add(UpdateCounters counters) => this with
    {
        NodesCreated = NodesCreated + counters.NodesCreated,
        RelationshipsCreated = RelationshipsCreated + counters.RelationshipsCreated,
        PropertiesSet = PropertiesSet + counters.PropertiesSet,
    };
}
