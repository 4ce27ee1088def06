using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Interns surfaces and keys as numbers, so that a corpus of a million mentions folds each spelling once and compares integers. Numbers depend on
/// the order of interning; no result of linking does.
/// </summary>
/// <param name="capacity">Approximate number of surfaces.</param>
internal sealed class NameTable(int capacity)
{
    /// <summary>Surfaces per key, rounded up: a corpus of 144,000 abstracts has 1.2.</summary>
    private const int SurfacesPerKey = 2;

    private readonly Dictionary<string, int> _surfaces = new(capacity, StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<int> _keyOfSurface = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _keyTexts = [];

    /// <summary>Number of keys so far.</summary>
    public int KeyCount => _keyTexts.Count;

    /// <summary>Number of surfaces so far.</summary>
    public int SurfaceCount => _texts.Count;

    /// <summary>The number of a surface, interned on first use.</summary>
    public int Surface(string text)
    {
        var surface = Note(text);
        if (surface == _keyOfSurface.Count)
        {
            _keyOfSurface.Add(Key(NameKey.Of(text)));
        }

        return surface;
    }

    /// <summary>The number of a surface, interned on first use; it has no key before <see cref="FoldNoted"/>.</summary>
    public int Note(string text)
    {
        ref var surface = ref CollectionsMarshal.GetValueRefOrAddDefault(_surfaces, text, out var isKnown);
        if (!isKnown)
        {
            surface = _texts.Count;
            _texts.Add(text);
        }

        return surface;
    }

    /// <summary>Computes the keys of noted surfaces on all processors, and numbers them as on a single thread.</summary>
    public void FoldNoted(CancellationToken cancellationToken)
    {
        var first = _keyOfSurface.Count;
        var keys = new string[_texts.Count - first];
        Parallel.For(0, keys.Length, new ParallelOptions { CancellationToken = cancellationToken }, at => keys[at] = NameKey.Of(_texts[first + at]));
        _keys.EnsureCapacity(_keys.Count + (keys.Length / SurfacesPerKey));
        _keyOfSurface.AddRange(keys.Select(Key));
    }

    /// <summary>The number of a key, interned on first use.</summary>
    public int Key(string key)
    {
        if (!_keys.TryGetValue(key, out var number))
        {
            number = _keyTexts.Count;
            _keys.Add(key, number);
            _keyTexts.Add(key);
        }

        return number;
    }

    /// <summary>The number of a separate key for the sense in which one paper coins a name.</summary>
    public int CoinedKey(int key, string paperId) => Key($"{KeyText(key)}\u0001{paperId}");

    /// <summary>The number of a key, or −1.</summary>
    public int FindKey(string key) => _keys.GetValueOrDefault(key, -1);

    /// <summary>The key of a surface.</summary>
    public int KeyOf(int surface) => _keyOfSurface[surface];

    /// <summary>The key of a name, interned on first use.</summary>
    public int KeyOf(string text) => _keyOfSurface[Surface(text)];

    /// <summary>The key of a name as text, folded only if the name is no surface. Thread-safe while no name is interned.</summary>
    public string KeyTextOf(string text) => _surfaces.TryGetValue(text, out var surface) ? KeyText(KeyOf(surface)) : NameKey.Of(text);

    /// <summary>A surface as printed.</summary>
    public string SurfaceText(int surface) => _texts[surface];

    /// <summary>A key as text.</summary>
    public string KeyText(int key) => _keyTexts[key];
}
