using Microsoft.AspNetCore.Http.HttpResults;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Bounds how many console statements run at once, so that the rest of the service responds while some are heavy. A statement that cannot start within the longest wait
/// is refused with 503.
/// </summary>
/// <param name="atOnce">Statements that run at once.</param>
/// <param name="patience">Longest wait for a turn.</param>
internal sealed class StatementLimit(int atOnce, TimeSpan patience) : IEndpointFilter, IDisposable
{
    private readonly SemaphoreSlim _free = new(atOnce);

    /// <summary>As many at once as there are processors, at least two; a wait as long as a statement may run.</summary>
    public StatementLimit()
        : this(Math.Max(2, Environment.ProcessorCount), TimeSpan.FromSeconds(10))
    {
    }

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await _free.WaitAsync(patience, context.HttpContext.RequestAborted))
        {
            return Busy();
        }

        try
        {
            return await next(context);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private ProblemHttpResult Busy() => Problems.Make(
        StatusCodes.Status503ServiceUnavailable, "statements.busy",
        $"Other statements are running ({atOnce}), and this one could not start within {patience.TotalSeconds:0.#} s; try again in a moment.");
}
