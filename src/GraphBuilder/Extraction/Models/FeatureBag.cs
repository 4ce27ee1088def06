using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>A set of hashed features; reused.</summary>
internal sealed class FeatureBag
{
    private const int TurnBits = 32;

    private uint[] _items = new uint[512];

    /// <summary>Open addressing at most half full: a feature below the number of the filling to which it belongs, so that one load tells whether it is there and clearing costs nothing.</summary>
    private ulong[] _slots = new ulong[1024];

    private uint _turn = 1;

    /// <summary>Number of features.</summary>
    public int Count { get; private set; }

    /// <summary>The features in order of first addition.</summary>
    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    /// <summary>Empties the bag.</summary>
    public void Clear()
    {
        Count = 0;
        if (++_turn == 0)
        {
            Array.Clear(_slots);
            _turn = 1;
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

    private void Add(uint feature)
    {
        ref var slot = ref SlotOf(feature);
        if (Owned(feature) is var owned && slot != owned)
        {
            slot = owned;
            _items[Count++] = feature;
            if (Count == _items.Length)
            {
                Grow();
            }
        }
    }

    private ulong Owned(uint feature) => ((ulong)_turn << TurnBits) | feature;

    /// <summary>The slot that holds a feature, or the free one where it belongs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong SlotOf(uint feature)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var (mask, owned) = ((uint)_slots.Length - 1, Owned(feature));
        for (var at = feature & mask; ; at = (at + 1) & mask)
        {
            ref var slot = ref Unsafe.Add(ref slots, at);
            if (slot == owned || (uint)(slot >> TurnBits) != _turn)
            {
                return ref slot;
            }
        }
    }

    private void Grow()
    {
        Array.Resize(ref _items, _items.Length * 2);
        _slots = new ulong[_items.Length * 2];
        foreach (var feature in Items)
        {
            SlotOf(feature) = Owned(feature);
        }
    }
}
