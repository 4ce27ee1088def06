using System.Runtime.CompilerServices;
using Neo4j.Driver;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.Interop.Neo4jDriver;

/// <summary>The rows of one query, fetched by the driver in pages.</summary>
internal sealed class DriverResult(
    IAsyncSession session, IResultCursor cursor, IReadOnlyList<string> columns, int? maxRows, TimeProvider clock, long started, string address) : IQueryResult
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => columns;

    /// <inheritdoc/>
    public QuerySummary Summary { get; private set; } = new();

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        while (await FetchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (count == maxRows)
            {
                Summary = new QuerySummary { RowCount = count, Truncated = true, Elapsed = clock.GetElapsedTime(started) };
                yield break;
            }

            count++;
            yield return [.. columns.Select(column => DriverValues.FromDriver(cursor.Current[column]))];
        }

        var summary = await cursor.ConsumeAsync().ConfigureAwait(false);
        var counters = summary.Counters;
        Summary = new QuerySummary
        {
            RowCount = count,
            Elapsed = clock.GetElapsedTime(started),
            Plan = summary.HasPlan && summary.Plan.Arguments.TryGetValue("string-representation", out var text) ? text as string : null,
            Counters = new UpdateCounters(
                counters.NodesCreated, counters.NodesDeleted, counters.RelationshipsCreated, counters.RelationshipsDeleted,
                counters.PropertiesSet, counters.LabelsAdded, counters.LabelsRemoved),
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<bool> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await cursor.FetchAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Neo4jException fault)
        {
            throw DriverGraphDatabase.Translate(fault, address);
        }
    }
}
