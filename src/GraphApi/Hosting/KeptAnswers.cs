using Microsoft.Extensions.Caching.Memory;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Keeps the few answers that scan the whole graph and are the same for everyone. A minute is short enough for a server whose graph others change.
/// </summary>
internal sealed class KeptAnswers(IMemoryCache cache)
{
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    /// <summary>The kept answer, or one that is read now.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> read)
        where T : class =>
        await cache.GetOrCreateAsync(name, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Time;
            return read();
        }) ?? throw new System.Diagnostics.UnreachableException();
}
