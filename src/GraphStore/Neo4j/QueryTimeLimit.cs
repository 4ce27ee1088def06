using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Neo4j;

/// <summary>
/// Ends a query after its time, or with its caller. It is kept on this side because servers of the 5.26 series ignore the limit in a request;
/// closing the connection makes the server stop.
/// </summary>
internal sealed class QueryTimeLimit : IDisposable
{
    private readonly TimeSpan? _timeout;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource _either;

    /// <summary>Starts the clock.</summary>
    public QueryTimeLimit(TimeSpan? timeout, TimeProvider clock, CancellationToken caller)
    {
        _timeout = timeout;
        _caller = caller;
        _timer = timeout is { } time ? new CancellationTokenSource(time, clock) : null;
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer?.Token ?? CancellationToken.None);
    }

    /// <summary>Cancelled at the end of the time or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>The fault to report where the time is why <paramref name="exception"/> came, else null.</summary>
    public QueryException? Explain(Exception exception) =>
        exception is OperationCanceledException && _timer is { IsCancellationRequested: true } && !_caller.IsCancellationRequested
            ? new QueryException("TimeoutError.TimeLimit", $"The query took longer than {_timeout!.Value.TotalSeconds:0.###} s.", innerException: exception)
            : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _either.Dispose();
        _timer?.Dispose();
    }
}
