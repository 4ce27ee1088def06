using System.Collections.Concurrent;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Caches the few answers that scan the whole graph and are the same for everyone. A graph that only this process uses does not change, so they are cached
/// indefinitely; those of a server's graph, which others may change, for a minute. Concurrent requests wait for the same reading.
/// </summary>
internal sealed class KeptAnswers(ServedGraph graph, TimeProvider clock)
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The cached answer, or one read now. A reading that fails is not cached.</summary>
    /// <param name="name">Cache key of the answer.</param>
    /// <param name="read">Reads the answer on behalf of all waiting requests, so it does not end with one of them.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the reading.</param>
    public async Task<T> GetAsync<T>(string name, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var kept = _kept.AddOrUpdate(name, _ => Begin(read), (_, known) => IsStale(known) ? Begin(read) : known);
        return (T)await kept.Answer.Value.WaitAsync(cancellationToken);
    }

    private Kept Begin<T>(Func<CancellationToken, Task<T>> read)
        where T : class =>
        new(new Lazy<Task<object>>(async () => await read(CancellationToken.None)), clock.GetTimestamp());

    private bool IsStale(Kept kept) =>
        (kept.Answer.IsValueCreated && (kept.Answer.Value.IsFaulted || kept.Answer.Value.IsCanceled))
        || (!graph.IsFixed && clock.GetElapsedTime(kept.Begun) > Time);

    private sealed record Kept(Lazy<Task<object>> Answer, long Begun);
}
