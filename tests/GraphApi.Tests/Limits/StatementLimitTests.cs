using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;

namespace Stemma.GraphApiTests.Limits;

public sealed class StatementLimitTests
{
    [Fact]
    public async Task A_statement_that_cannot_start_in_time_is_refused_and_the_next_runs_once_there_is_room()
    {
        using var limit = new StatementLimit(atOnce: 1, TimeSpan.FromMilliseconds(100));
        var running = new TaskCompletionSource<object?>();
        var first = limit.InvokeAsync(Request(), _ => new ValueTask<object?>(running.Task)).AsTask();

        var refused = Assert.IsType<ProblemHttpResult>(await limit.InvokeAsync(Request(), _ => ValueTask.FromResult<object?>("ran")));
        running.SetResult("first");

        Assert.Equal(503, refused.StatusCode);
        Assert.Equal("Other statements are running (1), and this one could not start within 0.1 s; try again in a moment.", refused.ProblemDetails.Detail);
        Assert.Equal("first", await first);
        Assert.Equal("ran", await limit.InvokeAsync(Request(), _ => ValueTask.FromResult<object?>("ran")));
    }

    private static EndpointFilterInvocationContext Request() => EndpointFilterInvocationContext.Create(new DefaultHttpContext());
}
