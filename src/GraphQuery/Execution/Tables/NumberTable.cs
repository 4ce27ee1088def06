using System.Numerics;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Maps 64-bit keys to numbers: open addressing with linear probing (Knuth 1998, section 6.4), hashed by a multiplication by 2^64/φ, which spreads dense keys.
/// If the range of keys is known, the table becomes an array once it would be as large. Large tables use rented arrays. Not thread-safe.
/// </summary>
/// <param name="range">Keys are in [0, range); 0 if the range is unknown.</param>
internal sealed class NumberTable(int range = 0)
{
    /// <summary>Bytes per entry, at a load factor between one half and one quarter, including the smaller table that is copied when it grows.</summary>
    public const int BytesAnEntry = 64;

    private const int SmallSize = 16;
    private const int SmallShift = 64 - 4;

    /// <summary>Smaller tables are not worth renting, and are kept when they are cleared.</summary>
    private const int LargestOwn = SmallSize * 64;

    private Entry[] _entries = new Entry[SmallSize];
    private int _size = SmallSize;
    private int _shift = SmallShift;

    /// <summary>Number + 1 by key, for large tables; 0 for keys that are not present.</summary>
    private int[]? _dense;

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key, which is <paramref name="added"/> if the key is new. Returns true if it is new.</summary>
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
        if (++Count * 2 > _size)
        {
            Grow();
        }

        return true;
    }

    /// <summary>Adds a key without a number; returns false if it is already present.</summary>
    public bool Add(long key) => TryAdd(key, 0, out _);

    /// <summary>The number of a key, or −1.</summary>
    public int Find(long key) => (_dense is null ? Probe(key).NumberPlusOne : _dense[key]) - 1;

    /// <summary>Removes all keys. A large table is returned, because clearing it is too expensive for later small uses.</summary>
    public void Clear()
    {
        if (_dense is not null)
        {
            TableArrays.TakeBack(_dense);
            (_entries, _size, _shift, _dense) = (new Entry[SmallSize], SmallSize, SmallShift, null);
        }
        else if (_size > LargestOwn)
        {
            TableArrays.TakeBack(_entries);
            (_entries, _size, _shift) = (new Entry[SmallSize], SmallSize, SmallShift);
        }
        else if (Count > 0)
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
        var mask = _size - 1;
        var place = (int)(((ulong)key * 0x9E37_79B9_7F4A_7C15) >> _shift);
        while (true)
        {
            ref var entry = ref entries[place];
            if (entry.NumberPlusOne == 0 || entry.Key == key)
            {
                return ref entry;
            }

            place = (place + 1) & mask;
        }
    }

    private void Grow()
    {
        var (old, size) = (_entries, _size);
        if (range > 0 && size * 8L >= range)
        {
            _dense = TableArrays.LendCleared<int>(range);
            _entries = [];
        }
        else
        {
            _size = checked(size * 2);
            _entries = _size > LargestOwn ? TableArrays.LendCleared<Entry>(_size) : new Entry[_size];
            _shift = 64 - BitOperations.Log2((uint)_size);
        }

        foreach (var entry in old.AsSpan(0, size))
        {
            if (entry.NumberPlusOne != 0)
            {
                Enter(entry);
            }
        }

        if (size > LargestOwn)
        {
            TableArrays.TakeBack(old);
        }
    }

    private void Enter(Entry entry)
    {
        if (_dense is not null)
        {
            _dense[entry.Key] = entry.NumberPlusOne;
        }
        else
        {
            Probe(entry.Key) = entry;
        }
    }

    private readonly record struct Entry(long Key, int NumberPlusOne);
}
