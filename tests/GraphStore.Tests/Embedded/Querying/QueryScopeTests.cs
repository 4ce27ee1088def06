using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded.Querying;

namespace Stemma.GraphStoreTests.Embedded.Querying;

public sealed class QueryScopeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HandClock _clock = new();

    [Fact]
    public void A_statement_whose_time_is_up_at_its_end_is_stopped_there()
    {
        using var scope = new QueryScope(Limit, _clock, CancellationToken.None);
        _clock.Advance(Limit);
        var stopped = Assert.ThrowsAny<OperationCanceledException>(scope.EndLimit);
        Assert.Equal("TimeoutError.TimeLimit", Assert.IsAssignableFrom<QueryException>(scope.Translate(stopped)).Code);
    }

    [Fact]
    public void After_the_end_of_a_statement_time_stops_nothing_and_the_caller_does()
    {
        using var caller = new CancellationTokenSource();
        using var scope = new QueryScope(Limit, _clock, caller.Token);
        scope.EndLimit();
        _clock.Advance(2 * Limit);
        Assert.False(scope.Stop.IsCancellationRequested);

        caller.Cancel();
        Assert.True(scope.Stop.IsCancellationRequested);
        var stopped = new OperationCanceledException(scope.Stop);
        Assert.Same(stopped, scope.Translate(stopped));
    }

    [Fact]
    public async Task Who_wants_no_more_rows_stops_what_runs()
    {
        using var scope = new QueryScope(Limit, _clock, CancellationToken.None);
        var stop = scope.Stop;
        await scope.CancelAsync();
        Assert.True(stop.IsCancellationRequested);
    }
}
