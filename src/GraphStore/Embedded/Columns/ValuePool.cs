using System.Buffers;
using System.IO.Hashing;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Distinct byte strings end to end, numbered in order of first appearance; text and list columns refer to them by number.
/// The hash table that finds a number by content exists while the pool is filled, and again from the first <see cref="Find"/> on.
/// </summary>
internal sealed class ValuePool
{
    private readonly Lock _tableLock = new();
    private readonly SegmentedBytes _bytes;
    private readonly GrowableArray<int> _ends;
    private volatile int[]? _table;

    /// <summary>Creates an empty pool.</summary>
    public ValuePool()
        : this([], [])
    {
    }

    /// <summary>Adopts the arrays of a stored pool.</summary>
    /// <param name="bytes">All strings end to end.</param>
    /// <param name="ends">End of each string in <paramref name="bytes"/>, exclusive.</param>
    public ValuePool(byte[] bytes, int[] ends)
    {
        _bytes = new SegmentedBytes(bytes);
        _ends = new GrowableArray<int>(ends);
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count => _ends.Count;

    /// <summary>All strings end to end, in one piece.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Whole;

    /// <summary>All strings end to end, in segments.</summary>
    public ReadOnlySequence<byte> Segments => _bytes.Segments;

    /// <summary>End of each string in <see cref="Bytes"/>, exclusive.</summary>
    public ReadOnlySpan<int> Ends => _ends.Items;

    /// <summary>The string with a given number.</summary>
    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            var start = code == 0 ? 0 : _ends[code - 1];
            return _bytes.Slice(start, _ends[code] - start);
        }
    }

    /// <summary>The number of a string, which is added if it is new. Throws <see cref="OverflowException"/> beyond 2 GB.</summary>
    public int Intern(ReadOnlySpan<byte> text)
    {
        var table = Table();
        var place = Probe(table, text);
        if (table[place] != 0)
        {
            return table[place] - 1;
        }

        _bytes.AddRange(text);
        _ends.Add(_bytes.Count);
        table[place] = _ends.Count;
        if (_ends.Count * 2L > table.Length)
        {
            _table = BuildTable();
        }

        return _ends.Count - 1;
    }

    /// <summary>The number of a string, or −1. Safe for concurrent calls.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var table = Table();
        return table[Probe(table, text)] - 1;
    }

    /// <summary>Releases spare capacity and the hash table.</summary>
    public void Trim()
    {
        _bytes.Trim();
        _ends.Trim();
        _table = null;
    }

    private int[] Table()
    {
        if (_table is { } table)
        {
            return table;
        }

        lock (_tableLock)
        {
            return _table ??= BuildTable();
        }
    }

    private int[] BuildTable()
    {
        var table = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, checked(_ends.Count * 3)))];
        for (var code = 0; code < _ends.Count; code++)
        {
            table[Probe(table, this[code])] = code + 1;
        }

        return table;
    }

    /// <summary>Linear probing; an entry is a number + 1, or 0 if free.</summary>
    private int Probe(int[] table, ReadOnlySpan<byte> text)
    {
        var mask = table.Length - 1;
        var place = (int)XxHash3.HashToUInt64(text) & mask;
        while (table[place] != 0 && !this[table[place] - 1].SequenceEqual(text))
        {
            place = (place + 1) & mask;
        }

        return place;
    }
}
