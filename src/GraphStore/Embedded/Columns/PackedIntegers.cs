using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>
/// Signed integers in 1, 2, 4 or 8 bytes each, whichever the widest so far needs; little-endian, so that the bytes can be stored as they are.
/// Widening copies all integers, at most three times.
/// </summary>
internal sealed class PackedIntegers
{
    private byte[] _bytes;
    private int _width;

    /// <summary>Creates an empty list.</summary>
    public PackedIntegers()
        : this([], 1)
    {
    }

    /// <summary>Adopts an array with the layout of <see cref="Bytes"/>.</summary>
    public PackedIntegers(byte[] bytes, int width)
    {
        _bytes = bytes;
        _width = width;
        Count = bytes.Length / width;
    }

    /// <summary>Number of integers.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes each: 1, 2, 4 or 8.</summary>
    public int Width => _width;

    /// <summary>The integers as stored; valid until the next <see cref="Add"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Count * _width);

    /// <summary>The integer at an index.</summary>
    public long this[int index] => _width switch
    {
        1 => (sbyte)_bytes[index],
        2 => BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(index * 2)),
        4 => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(index * 4)),
        _ => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(index * 8)),
    };

    /// <summary>Replaces each index in <paramref name="places"/> by the integer at that index; limited only by memory access.</summary>
    public void Read(Span<long> places)
    {
        switch (_width)
        {
            case 1:
                Read(MemoryMarshal.Cast<byte, sbyte>(_bytes), places);
                break;
            case 2:
                Read(MemoryMarshal.Cast<byte, short>(_bytes), places);
                break;
            case 4:
                Read(MemoryMarshal.Cast<byte, int>(_bytes), places);
                break;
            default:
                Read(MemoryMarshal.Cast<byte, long>(_bytes), places);
                break;
        }
    }

    /// <summary>Appends an integer.</summary>
    public void Add(long value)
    {
        var needed = WidthOf(value);
        if (needed > _width)
        {
            Widen(needed);
        }

        var end = checked((Count + 1) * _width);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(end, Math.Max(16, _bytes.Length * 2L)), Array.MaxLength));
        }

        Put(_bytes, _width, Count++, value);
    }

    /// <summary>Releases spare capacity.</summary>
    public void Trim() => Array.Resize(ref _bytes, Count * _width);

    private static void Read<T>(ReadOnlySpan<T> items, Span<long> places)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (ref var place in places)
        {
            var item = items[(int)place];
            place = long.CreateTruncating(item);
        }
    }

    private static int WidthOf(long value) => value switch
    {
        >= sbyte.MinValue and <= sbyte.MaxValue => 1,
        >= short.MinValue and <= short.MaxValue => 2,
        >= int.MinValue and <= int.MaxValue => 4,
        _ => 8,
    };

    private static void Put(byte[] bytes, int width, int index, long value)
    {
        switch (width)
        {
            case 1:
                bytes[index] = (byte)value;
                break;
            case 2:
                BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(index * 2), (short)value);
                break;
            case 4:
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(index * 4), (int)value);
                break;
            default:
                BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(index * 8), value);
                break;
        }
    }

    private void Widen(int width)
    {
        var wider = new byte[checked(Math.Max(Count + 1, 16) * width)];
        for (var i = 0; i < Count; i++)
        {
            Put(wider, width, i, this[i]);
        }

        (_bytes, _width) = (wider, width);
    }
}
