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
        var truncated = false;
        while (await AwaitAsync(cursor.FetchAsync, cancellationToken).ConfigureAwait(false))
        {
            if (count == maxRows)
            {
                truncated = true;
                break;
            }

            count++;
            yield return [.. columns.Select(column => DriverValues.FromDriver(cursor.Current[column]))];
        }

        // Discards the rows beyond the limit. The server sends counters and plan after them.
        Summary = Summarize(await AwaitAsync(cursor.ConsumeAsync, cancellationToken).ConfigureAwait(false), count, truncated);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();

    private QuerySummary Summarize(IResultSummary summary, int rows, bool truncated)
    {
        var counters = summary.Counters;
        return new QuerySummary
        {
            RowCount = rows,
            Truncated = truncated,
            Elapsed = clock.GetElapsedTime(started),
            Plan = summary.HasPlan && summary.Plan.Arguments.TryGetValue("string-representation", out var text) ? text as string : null,
            Counters = new UpdateCounters(
                counters.NodesCreated, counters.NodesDeleted, counters.RelationshipsCreated, counters.RelationshipsDeleted,
                counters.PropertiesSet, counters.LabelsAdded, counters.LabelsRemoved),
        };
    }

    private async Task<T> AwaitAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Neo4jException fault)
        {
            throw DriverGraphDatabase.Translate(fault, address);
        }
    }
}
