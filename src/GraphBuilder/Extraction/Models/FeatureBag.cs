namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>A set of hashed features; reused.</summary>
internal sealed class FeatureBag
{
    private uint[] _items = new uint[512];

    /// <summary>Number of features.</summary>
    public int Count { get; private set; }

    /// <summary>The features in order of first addition.</summary>
    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    /// <summary>Empties the bag.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a feature of a template and one value.</summary>
    public void Add(uint template, uint value) => Add(FeatureHash.Mix(template, value));

    /// <summary>Adds a feature of a template and two values.</summary>
    public void Add(uint template, uint first, uint second) => Add(FeatureHash.Mix(template, first, second));

    /// <summary>Adds a feature of a template and three values.</summary>
    public void Add(uint template, uint first, uint second, uint third) => Add(FeatureHash.Mix(template, first, second, third));

    private void Add(uint feature)
    {
        if (Items.Contains(feature))
        {
            return;
        }

        if (Count == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        _items[Count++] = feature;
    }
}
