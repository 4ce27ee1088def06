using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Console;

/// <summary>A decorated database that signals when a given statement begins and ends.</summary>
internal sealed class WatchedDatabase(IGraphDatabase inner) : IGraphDatabase
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The text of the watched statement.</summary>
    public string Watched { get; init; } = "";

    /// <summary>Completes when the watched statement runs.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Completes when the watched statement has ended, for whatever reason.</summary>
    public Task Ended => _ended.Task;

    /// <inheritdoc/>
    public string Description => inner.Description;

    /// <inheritdoc/>
    public async Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        if (cypher != Watched)
        {
            return await inner.RunAsync(cypher, parameters, options, cancellationToken);
        }

        _begun.TrySetResult();
        try
        {
            return new WatchedResult(await inner.RunAsync(cypher, parameters, options, cancellationToken), _ended);
        }
        catch
        {
            _ended.TrySetResult();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class WatchedResult(IQueryResult inner, TaskCompletionSource ended) : IQueryResult
    {
        public IReadOnlyList<string> Columns => inner.Columns;

        public QuerySummary Summary => inner.Summary;

        public IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync(CancellationToken cancellationToken) => inner.ReadRowsAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            ended.TrySetResult();
        }
    }
}
