using Stemma.GraphQuery.Errors;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>What one query holds from its start to its last row: its time limit, the caller's cancellation, and its place in the gate.</summary>
internal sealed class QueryScope : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _unwanted;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _caller;
    private IDisposable? _place;

    /// <summary>Starts the clock.</summary>
    public QueryScope(TimeSpan? limit, TimeProvider clock, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _timeout = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, clock);
        _unwanted = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, _unwanted.Token);
        Stop = _either.Token;
    }

    /// <summary>Fires when the time is up, the caller cancels, or the result is disposed; after <see cref="EndLimit"/> no more for the time.</summary>
    public CancellationToken Stop { get; private set; }

    /// <summary>Waits for a place in the gate and keeps it.</summary>
    public async Task EnterAsync(ReaderWriterGate gate, bool writing) => _place = await gate.EnterAsync(writing, Stop).ConfigureAwait(false);

    /// <summary>
    /// Says that a writing statement has run to its end, and throws <see cref="OperationCanceledException"/> where it was stopped until now: what follows, making its
    /// change durable and handing over its rows, is not stopped by the time, or the caller would be told of a limit where the change is there.
    /// </summary>
    public void EndLimit()
    {
        Stop.ThrowIfCancellationRequested();
        Stop = _unwanted.Token;
    }

    /// <summary>Stops whatever still runs.</summary>
    public Task CancelAsync() => _unwanted.CancelAsync();

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
        _either.Dispose();
        _unwanted.Dispose();
        _timeout.Dispose();
    }
}
