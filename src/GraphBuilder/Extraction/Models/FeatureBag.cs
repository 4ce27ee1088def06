using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>A reusable set of hashed features.</summary>
internal sealed class FeatureBag
{
    private const ulong Turn = 1UL << 32;

    private uint[] _items = new uint[512];

    /// <summary>
    /// Hash table with open addressing, at most half full. A slot holds a feature in its low half and the generation that added it in its high half, so that one load tests
    /// membership and clearing costs nothing.
    /// </summary>
    private ulong[] _slots = new ulong[1024];

    private ulong _turn = Turn;

    /// <summary>Number of features.</summary>
    public int Count { get; private set; }

    /// <summary>The features in order of first addition.</summary>
    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    /// <summary>Empties the bag.</summary>
    public void Clear()
    {
        Count = 0;
        _turn += Turn;
        if (_turn == 0)
        {
            Array.Clear(_slots);
            _turn = Turn;
        }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(uint feature)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var (mask, owned) = ((uint)_slots.Length - 1, _turn | feature);
        for (var at = feature & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref Unsafe.Add(ref slots, at);
            var difference = slot ^ owned;
            if (difference == 0)
            {
                return;
            }

            if (difference >= Turn)
            {
                slot = owned;
                break;
            }
        }

        _items[Count++] = feature;
        if (Count == _items.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var items = _items;
        _items = new uint[items.Length * 2];
        _slots = new ulong[_items.Length * 2];
        Count = 0;
        foreach (var feature in items)
        {
            Add(feature);
        }
    }
}
