using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Rows of up to eight 8-bit weights, most of which are all zero: one bit per row marks the others, and only those are stored, found by counting bits (rank, Jacobson 1989,
/// "Space-efficient static trees and graphs"), so that frequently read data fits into a near cache. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class SparseRows
{
    /// <summary>Maximum number of weights per row.</summary>
    public const int Width = 8;

    private const int BlockBits = 64;

    /// <summary>Features per batch, few enough for 16-bit sums, which hold 258 rows.</summary>
    private const int Batch = 64;

    private readonly Block[] _blocks;
    private readonly ulong[] _rows;
    private readonly uint _mask;

    /// <summary>Which of 64 rows are stored, and how many rows are stored before them.</summary>
    private readonly record struct Block(ulong Bits, long Before);

    /// <summary>Copies the rows of a table.</summary>
    /// <param name="weights">The table, row by row.</param>
    /// <param name="width">Weights per row, at most <see cref="Width"/>; the number of rows is a power of two.</param>
    public SparseRows(ReadOnlySpan<sbyte> weights, int width)
    {
        var count = weights.Length / width;
        var kept = new List<ulong>();
        _blocks = new Block[(count + BlockBits - 1) / BlockBits];
        _mask = (uint)count - 1;
        Span<byte> octet = stackalloc byte[Width];
        for (var block = 0; block < _blocks.Length; block++)
        {
            var (bits, before) = (0UL, kept.Count);
            for (var row = block * BlockBits; row < Math.Min(count, (block + 1) * BlockBits); row++)
            {
                octet.Clear();
                MemoryMarshal.AsBytes(weights.Slice(row * width, width)).CopyTo(octet);
                if (MemoryMarshal.Read<ulong>(octet) is > 0 and var own)
                {
                    bits |= 1UL << (row % BlockBits);
                    kept.Add(own);
                }
            }

            _blocks[block] = new Block(bits, before);
        }

        _rows = [.. kept];
    }

    /// <summary>Sums the rows of features; writes eight sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        var (low, high) = (Vector128<int>.Zero, Vector128<int>.Zero);
        Span<int> kept = stackalloc int[Batch];
        while (!features.IsEmpty)
        {
            var some = features[..Math.Min(Batch, features.Length)];
            var sum = Sum(kept[..Find(some, kept)]);
            low += Vector128.WidenLower(sum);
            high += Vector128.WidenUpper(sum);
            features = features[some.Length..];
        }

        low.CopyTo(sums);
        high.CopyTo(sums[4..]);
    }

    /// <summary>
    /// Lists the indices of the stored rows of features, and returns how many there are. Branch-free, because it is unpredictable which rows are stored: the index written for a
    /// missing one is overwritten by the next.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> features, Span<int> kept)
    {
        var count = 0;
        ref var blocks = ref MemoryMarshal.GetArrayDataReference(_blocks);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (var feature in features)
        {
            var row = feature & _mask;
            ref var block = ref Unsafe.Add(ref blocks, row / BlockBits);
            var at = (int)(row % BlockBits);
            kept[count] = (int)block.Before + BitOperations.PopCount(block.Bits & ((1UL << at) - 1));
            var isKept = (int)(block.Bits >> at) & 1;
            CacheLines.Prefetch(ref Unsafe.Add(ref rows, isKept * kept[count]), 1);
            count += isKept;
        }

        return count;
    }

    private Vector128<short> Sum(ReadOnlySpan<int> kept)
    {
        var sum = Vector128<short>.Zero;
        foreach (var row in kept)
        {
            sum += Vector128.WidenLower(Vector128.CreateScalar(_rows[row]).AsSByte());
        }

        return sum;
    }
}
