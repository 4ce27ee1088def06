using System.Collections.Concurrent;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Keeps the few answers that scan the whole graph and are the same for everyone. A graph that this process alone holds does not change, so they are kept for
/// good; of a server's graph for a minute, which is short enough where others change it. Many who ask at once wait for one reading.
/// </summary>
internal sealed class KeptAnswers(ServedGraph graph, TimeProvider clock)
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The kept answer, or one that is read now. A reading that fails is not kept.</summary>
    /// <param name="name">Which answer.</param>
    /// <param name="read">Reads it; runs on behalf of everyone who waits, so that it does not end with one request.</param>
    /// <param name="cancellationToken">Ends the waiting, not the reading.</param>
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
