using Stemma.GraphQuery.Errors;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>The resources of one query from its start to its last row: its time limit, the caller's cancellation, and its place in the gate.</summary>
internal sealed class QueryScope : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _unwanted;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan? _limit;
    private readonly CancellationToken _caller;
    private IDisposable? _place;

    /// <summary>Starts the time limit.</summary>
    public QueryScope(TimeSpan? limit, TimeProvider clock, CancellationToken caller)
    {
        (_limit, _caller) = (limit, caller);
        _timeout = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, clock);
        _unwanted = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, _unwanted.Token);
        Stop = _either.Token;
    }

    /// <summary>Cancelled when the time is up, the caller cancels, or the result is disposed; after <see cref="EndLimit"/>, the time no longer counts.</summary>
    public CancellationToken Stop { get; private set; }

    /// <summary>Waits for a place in the gate and keeps it.</summary>
    public async Task EnterAsync(ReaderWriterGate gate, bool writing) => _place = await gate.EnterAsync(writing, Stop).ConfigureAwait(false);

    /// <summary>
    /// Ends the time limit of a writing statement that has run to its end; throws <see cref="OperationCanceledException"/> if it was cancelled before. Making the change
    /// durable and returning rows are not limited: otherwise the caller could get a timeout for a change that was committed.
    /// </summary>
    public void EndLimit()
    {
        Stop.ThrowIfCancellationRequested();
        Stop = _unwanted.Token;
    }

    /// <summary>Cancels whatever is still running.</summary>
    public Task CancelAsync() => _unwanted.CancelAsync();

    /// <summary>The exception for the caller: the fault itself, or a timeout if the time was up.</summary>
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
