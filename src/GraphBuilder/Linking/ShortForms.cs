using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Linking;

/// <summary>What each short form stands for: the keys of its long forms, each with the number of papers that define it so. Reading is thread-safe.</summary>
internal sealed class ShortForms
{
    private readonly Dictionary<int, (int Long, int Support)[]> _longs;

    private ShortForms(Dictionary<int, (int Long, int Support)[]> longs) => _longs = longs;

    /// <summary>The short forms that the papers of a corpus define.</summary>
    public static ShortForms Of(NameCensus census) => new(census.Definitions.GroupBy(pair => pair.Key.Short, pair => (pair.Key.Long, pair.Value)).ToDictionary(longs => longs.Key, longs => longs.ToArray()));

    /// <summary>The short forms, in no particular order.</summary>
    public IReadOnlyCollection<int> Keys => _longs.Keys;

    /// <summary>True if a long form is known for the key.</summary>
    public bool Contains(int shortKey) => _longs.ContainsKey(shortKey);

    /// <summary>The long forms of a short form, in no particular order; empty if there are none.</summary>
    public IReadOnlyList<(int Long, int Support)> LongsOf(int shortKey) => _longs.GetValueOrDefault(shortKey) ?? [];

    /// <summary>The same, each once, best supported first, ties in ordinal order.</summary>
    public IEnumerable<int> OrderedLongsOf(int shortKey, NameTable names) =>
        LongsOf(shortKey).OrderByDescending(l => l.Support).ThenBy(l => names.KeyText(l.Long), StringComparer.Ordinal).Select(l => l.Long).Distinct();

    /// <summary>The clusters of the long forms, best supported first, each with its number of papers.</summary>
    /// <param name="shortKey">The short form.</param>
    /// <param name="clusterOf">Maps a key to its cluster.</param>
    /// <param name="names">The table of the keys.</param>
    public IReadOnlyList<(int Root, int Support)> SensesOf(int shortKey, Func<int, int> clusterOf, NameTable names) => !Contains(shortKey)
        ? []
        : [.. LongsOf(shortKey).GroupBy(l => clusterOf(l.Long)).Select(g => (Root: g.Key, Support: g.Sum(l => l.Support)))
            .OrderByDescending(s => s.Support).ThenBy(s => names.KeyText(s.Root), StringComparer.Ordinal)];

    /// <summary>Adds a long form.</summary>
    public void Add(int shortKey, int longKey, int support) => _longs[shortKey] = [.. LongsOf(shortKey), (longKey, support)];

    /// <summary>Adds the long forms of one short form to another.</summary>
    public void Share(int from, int to)
    {
        if (Contains(from))
        {
            _longs[to] = [.. LongsOf(to), .. LongsOf(from)];
        }
    }

    /// <summary>A copy that later additions do not change.</summary>
    public ShortForms Copy() => new(new Dictionary<int, (int, int)[]>(_longs));
}
