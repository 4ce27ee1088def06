using Microsoft.AspNetCore.OutputCaching;

namespace Stemma.GraphApi.Hosting;

/// <summary>Caches responses for a graph that cannot change while it is served; for the graph of a server, nothing is cached.</summary>
internal sealed class FixedAnswers(ServedGraph graph) : IOutputCachePolicy
{
    private const long Bytes = 64L << 20;
    private const long LargestAnswer = 2 << 20;

    /// <summary>Bounds the cache; the oldest responses are evicted.</summary>
    public static void Configure(OutputCacheOptions options) => (options.SizeLimit, options.MaximumBodySize) = (Bytes, LargestAnswer);

    /// <inheritdoc/>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var use = graph.IsFixed && HttpMethods.IsGet(context.HttpContext.Request.Method);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (use, use, use, use);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.ResponseExpirationTimeSpan = TimeSpan.FromDays(1);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
