using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Bounds how many statements of the console run at once, so that the rest of the service answers while some are heavy: as many as there are processors,
/// a queue of 64, and 503 beyond it.
/// </summary>
internal static class StatementLimit
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "statements";

    private const int Queue = 64;

    /// <summary>Adds the policy.</summary>
    public static void Configure(RateLimiterOptions options)
    {
        options.AddConcurrencyLimiter(Policy, limit =>
        {
            limit.PermitLimit = Math.Max(2, Environment.ProcessorCount);
            limit.QueueLimit = Queue;
            limit.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
        });
        options.OnRejected = async (rejected, _) =>
            await Problems.Make(StatusCodes.Status503ServiceUnavailable, "statements.busy", "Too many statements are running; try again in a moment.")
                .ExecuteAsync(rejected.HttpContext);
    }
}
