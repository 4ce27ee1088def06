using System.Numerics;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Maps 64-bit keys to numbers: open addressing with linear probing (Knuth 1998, section 6.4) after a multiplication by 2^64/φ, which spreads dense keys.
/// Keys below a known range go over to an array once the table would be as large. For one thread.
/// </summary>
/// <param name="range">Keys are not negative and below this; 0 where nothing is known of them.</param>
internal sealed class NumberTable(int range = 0)
{
    /// <summary>Bytes that an entry takes, at a load between one half and one quarter.</summary>
    public const int BytesAnEntry = 48;

    private const int SmallSize = 16;
    private const int SmallShift = 64 - 4;
    private Entry[] _entries = new Entry[SmallSize];
    private int _shift = SmallShift;

    /// <summary>Number + 1 by key, once there are many; 0 for keys that are not there.</summary>
    private int[]? _dense;

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key; <paramref name="added"/> where the key is new. True where it is new.</summary>
    public bool TryAdd(long key, int added, out int number)
    {
        if (_dense is not null)
        {
            return TryAddDense(ref _dense[key], added, out number);
        }

        ref var entry = ref Probe(key);
        if (entry.NumberPlusOne != 0)
        {
            number = entry.NumberPlusOne - 1;
            return false;
        }

        entry = new Entry(key, added + 1);
        number = added;
        if (++Count * 2 > _entries.Length)
        {
            Grow();
        }

        return true;
    }

    /// <summary>Adds a key without a number of its own; false where it is known.</summary>
    public bool Add(long key) => TryAdd(key, 0, out _);

    /// <summary>The number of a key, or −1.</summary>
    public int Find(long key) => (_dense is null ? Probe(key).NumberPlusOne : _dense[key]) - 1;

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        if (Count == 0)
        {
            return;
        }

        // Clearing a table that once was large would cost each small use of it the same.
        if (_dense is not null || _entries.Length > SmallSize * 64)
        {
            (_entries, _shift, _dense) = (new Entry[SmallSize], SmallShift, null);
        }
        else
        {
            Array.Clear(_entries);
        }

        Count = 0;
    }

    private bool TryAddDense(ref int place, int added, out int number)
    {
        var isNew = place == 0;
        if (isNew)
        {
            place = added + 1;
            Count++;
        }

        number = place - 1;
        return isNew;
    }

    private ref Entry Probe(long key)
    {
        var entries = _entries;
        var place = (int)(((ulong)key * 0x9E37_79B9_7F4A_7C15) >> _shift);
        while (true)
        {
            ref var entry = ref entries[place];
            if (entry.NumberPlusOne == 0 || entry.Key == key)
            {
                return ref entry;
            }

            place = (place + 1) & (entries.Length - 1);
        }
    }

    private void Grow()
    {
        var old = _entries;
        if (range > 0 && old.Length * 4L > range)
        {
            GrowDense(old);
            return;
        }

        _entries = new Entry[old.Length * 2];
        _shift = 64 - BitOperations.Log2((uint)_entries.Length);
        foreach (var entry in old)
        {
            if (entry.NumberPlusOne != 0)
            {
                Probe(entry.Key) = entry;
            }
        }
    }

    private void GrowDense(Entry[] old)
    {
        _dense = new int[range];
        foreach (var entry in old)
        {
            if (entry.NumberPlusOne != 0)
            {
                _dense[entry.Key] = entry.NumberPlusOne;
            }
        }

        _entries = [];
    }

    private readonly record struct Entry(long Key, int NumberPlusOne);
}
