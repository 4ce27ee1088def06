using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Neo4j;

/// <summary>
/// Cancels a query when its time is up, or with its caller. Enforced on the client, because servers of the 5.26 series ignore the limit in a request;
/// closing the connection makes the server stop.
/// </summary>
internal sealed class QueryTimeLimit : IDisposable
{
    private readonly TimeSpan? _timeout;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource _either;

    /// <summary>Starts the time limit.</summary>
    public QueryTimeLimit(TimeSpan? timeout, TimeProvider clock, CancellationToken caller)
    {
        _timeout = timeout;
        _caller = caller;
        _timer = timeout is { } time ? new CancellationTokenSource(time, clock) : null;
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer?.Token ?? CancellationToken.None);
    }

    /// <summary>Cancelled when the time is up or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>The exception to report if the time limit caused <paramref name="exception"/>, else null.</summary>
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
