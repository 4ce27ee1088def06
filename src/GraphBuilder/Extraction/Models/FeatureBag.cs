namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>A set of hashed features; reused.</summary>
internal sealed class FeatureBag
{
    private uint[] _items = new uint[512];

    /// <summary>Open addressing at most half full: 1 + index into <see cref="_items"/>, plus the number of the filling times <see cref="Turn"/>, so that clearing costs nothing.</summary>
    private ulong[] _slots = new ulong[2048];

    private ulong _turn = Turn;

    private const ulong Turn = 1UL << 32;

    /// <summary>Number of features.</summary>
    public int Count { get; private set; }

    /// <summary>The features in order of first addition.</summary>
    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    /// <summary>Empties the bag.</summary>
    public void Clear()
    {
        Count = 0;
        _turn += Turn;
    }

    /// <summary>Adds all features of another bag.</summary>
    public void AddAll(FeatureBag other)
    {
        foreach (var feature in other.Items)
        {
            Add(feature);
        }
    }

    /// <summary>Adds a feature of a template and one value.</summary>
    public void Add(uint template, uint value) => Add(FeatureHash.Mix(template, value));

    /// <summary>Adds a feature of a template and two values.</summary>
    public void Add(uint template, uint first, uint second) => Add(FeatureHash.Mix(template, first, second));

    /// <summary>Adds a feature of a template and three values.</summary>
    public void Add(uint template, uint first, uint second, uint third) => Add(FeatureHash.Mix(template, first, second, third));

    private void Add(uint feature)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = feature & mask;
        for (; _slots[slot] > _turn; slot = (slot + 1) & mask)
        {
            if (_items[(uint)_slots[slot] - 1] == feature)
            {
                return;
            }
        }

        if (Count == _items.Length)
        {
            Grow();
            Add(feature);
            return;
        }

        _items[Count++] = feature;
        _slots[slot] = _turn | (uint)Count;
    }

    private void Grow()
    {
        Array.Resize(ref _items, _items.Length * 2);
        _slots = new ulong[_items.Length * 4];
        var mask = (uint)_slots.Length - 1;
        for (var at = 0; at < Count; at++)
        {
            var slot = _items[at] & mask;
            while (_slots[slot] > _turn)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = _turn | (uint)(at + 1);
        }
    }
}
