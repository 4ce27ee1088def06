using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Rows of up to eight weights of a byte of which most are zero: a bit a row tells which are not, and only those are kept, found by counting bits (rank, Jacobson 1989, "Space-efficient static trees and graphs"),
/// so that what is looked up again and again fits into a near cache. Immutable and thread-safe.
/// </summary>
internal sealed class SparseRows
{
    /// <summary>Most weights a row.</summary>
    public const int Width = 8;

    private const int BlockBits = 64;

    private readonly Block[] _blocks;
    private readonly ulong[] _rows;
    private readonly uint _mask;

    /// <summary>Which of 64 rows are kept, and how many before them.</summary>
    private readonly record struct Block(ulong Bits, long Before);

    /// <summary>Copies the rows of a table.</summary>
    /// <param name="weights">Row by row.</param>
    /// <param name="width">Weights a row, at most <see cref="Width"/>; the number of rows is a power of two.</param>
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

    /// <summary>Adds up the rows of features; writes eight sums.</summary>
    public void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        var (low, high) = (Vector128<int>.Zero, Vector128<int>.Zero);
        foreach (var feature in features)
        {
            var row = feature & _mask;
            var block = _blocks[row / BlockBits];
            var bit = 1UL << (int)(row % BlockBits);
            if ((block.Bits & bit) != 0)
            {
                var weights = Vector128.WidenLower(Vector128.CreateScalar(_rows[block.Before + BitOperations.PopCount(block.Bits & (bit - 1))]).AsSByte());
                low += Vector128.WidenLower(weights);
                high += Vector128.WidenUpper(weights);
            }
        }

        low.CopyTo(sums);
        high.CopyTo(sums[4..]);
    }
}
