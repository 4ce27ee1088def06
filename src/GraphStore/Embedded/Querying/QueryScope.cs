using Stemma.GraphQuery.Errors;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>What one query holds from its start to its last row: its time limit, the caller's cancellation, and its place in the gate.</summary>
internal sealed class QueryScope : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _caller;
    private IDisposable? _place;

    /// <summary>Starts the clock.</summary>
    public QueryScope(TimeSpan? limit, TimeProvider clock, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _timeout = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, caller);
    }

    /// <summary>Fires when the time is up, the caller cancels, or the result is disposed.</summary>
    public CancellationToken Stop => _linked.Token;

    /// <summary>Waits for a place in the gate and keeps it.</summary>
    public async Task EnterAsync(ReaderWriterGate gate, bool writing) => _place = await gate.EnterAsync(writing, Stop).ConfigureAwait(false);

    /// <summary>Stops whatever still runs.</summary>
    public Task CancelAsync() => _linked.CancelAsync();

    /// <summary>What the caller is to be told of a failure: the fault itself, or, where the time was up, that.</summary>
    public Exception Translate(Exception fault)
    {
        var isTimeUp = fault is OperationCanceledException && _timeout.IsCancellationRequested && !_caller.IsCancellationRequested;
        return isTimeUp
            ? new CypherException(CypherErrorType.TimeoutError, CypherPhase.Runtime, "TimeLimit", $"The query took longer than {_limit?.TotalSeconds:0.###} s.")
            : fault;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _place?.Dispose();
        _linked.Dispose();
        _timeout.Dispose();
    }
}
