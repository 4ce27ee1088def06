using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>A sum over rows of a table of 8-bit values. It is computed in 16-bit integers, which hold at most 258 rows.</summary>
/// <param name="sums">Initial value: the sum of other rows, or empty.</param>
/// <param name="table">The table, row by row.</param>
/// <param name="rows">Indices of the rows.</param>
/// <param name="scale">Value of one step of the sum.</param>
internal readonly ref struct RowSum(ReadOnlySpan<short> sums, ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, float scale)
{
    /// <summary>The initial value, or empty.</summary>
    public readonly ReadOnlySpan<short> Sums = sums;

    /// <summary>The table.</summary>
    public readonly ReadOnlySpan<sbyte> Table = table;

    /// <summary>Indices of the rows.</summary>
    public readonly ReadOnlySpan<int> Rows = rows;

    /// <summary>Value of one step of the sum.</summary>
    public readonly float Scale = scale;
}

/// <summary>Sums rows of tables, 64 columns at a time. Every processor gives the same bits, because each column has its own lane.</summary>
internal static class RowLanes
{
    private const int Block = 64;

    /// <summary>Adds a sum of rows to <paramref name="to"/>, whose length is that of a row and divisible by 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(in RowSum rows, Span<float> to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length % Block, 0);
        for (var at = 0; at < to.Length; at += Block)
        {
            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), at);
            if (Vector512.IsHardwareAccelerated)
            {
                var (low, high) = SumWide(rows, at, to.Length);
                AddWide(low, rows.Scale, ref target, ref target);
                AddWide(high, rows.Scale, ref Unsafe.Add(ref target, Block / 2), ref Unsafe.Add(ref target, Block / 2));
            }
            else
            {
                AddNarrow(SumNarrow(rows, at, to.Length), rows.Scale, ref target, ref target);
            }
        }
    }

    /// <summary>Writes a bias plus two sums of rows, added in this order; all lengths are that of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<float> bias, in RowSum first, in RowSum second, Span<float> to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length % Block, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(bias.Length, to.Length);
        for (var at = 0; at < to.Length; at += Block)
        {
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetReference(bias), at);
            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), at);
            if (Vector512.IsHardwareAccelerated)
            {
                var (low, high) = SumWide(first, at, to.Length);
                var (second1, second2) = SumWide(second, at, to.Length);
                AddWide(low, first.Scale, second1, second.Scale, ref source, ref target);
                AddWide(high, first.Scale, second2, second.Scale, ref Unsafe.Add(ref source, Block / 2), ref Unsafe.Add(ref target, Block / 2));
            }
            else
            {
                AddNarrow(SumNarrow(first, at, to.Length), first.Scale, ref source, ref target);
                AddNarrow(SumNarrow(second, at, to.Length), second.Scale, ref target, ref target);
            }
        }
    }

    /// <summary>Writes the sum of some rows of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, Span<short> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length % Block, 0);
        for (var at = 0; at < sums.Length; at += Block)
        {
            var (a, b, c, d) = SumNarrow(new RowSum([], table, rows, 1), at, sums.Length);
            a.CopyTo(sums[at..]);
            b.CopyTo(sums[(at + 16)..]);
            c.CopyTo(sums[(at + 32)..]);
            d.CopyTo(sums[(at + 48)..]);
        }
    }

    /// <summary>The sum of 64 columns in 512-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<short> Low, Vector512<short> High) SumWide(in RowSum rows, int at, int stride)
    {
        var (low, high) = (Vector512<short>.Zero, Vector512<short>.Zero);
        if (!rows.Sums.IsEmpty)
        {
            ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Sums), at);
            (low, high) = (Vector512.LoadUnsafe(ref sum), Vector512.LoadUnsafe(ref sum, 32));
        }

        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Table), at);
        foreach (var row in rows.Rows)
        {
            ref var part = ref Unsafe.Add(ref first, (nint)row * stride);
            low += Vector512.WidenLower(Vector256.LoadUnsafe(ref part).ToVector512Unsafe());
            high += Vector512.WidenLower(Vector256.LoadUnsafe(ref part, 32).ToVector512Unsafe());
        }

        return (low, high);
    }

    /// <summary>The sum of 64 columns in 256-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<short> A, Vector256<short> B, Vector256<short> C, Vector256<short> D) SumNarrow(in RowSum rows, int at, int stride)
    {
        var (a, b, c, d) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        if (!rows.Sums.IsEmpty)
        {
            ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Sums), at);
            (a, b, c, d) = (Vector256.LoadUnsafe(ref sum), Vector256.LoadUnsafe(ref sum, 16), Vector256.LoadUnsafe(ref sum, 32), Vector256.LoadUnsafe(ref sum, 48));
        }

        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Table), at);
        foreach (var row in rows.Rows)
        {
            ref var part = ref Unsafe.Add(ref first, (nint)row * stride);
            a += Widen(ref part, 0);
            b += Widen(ref part, 16);
            c += Widen(ref part, 32);
            d += Widen(ref part, 48);
        }

        return (a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(ref sbyte values, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref values, at).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(Vector512<short> sum, float scale, ref float source, ref float target)
    {
        var scales = Vector512.Create(scale);
        (Vector512.LoadUnsafe(ref source) + (scales * Single(Vector512.WidenLower(sum)))).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref source, 16) + (scales * Single(Vector512.WidenUpper(sum)))).StoreUnsafe(ref target, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(Vector512<short> first, float scale, Vector512<short> second, float secondScale, ref float source, ref float target)
    {
        var (scales, seconds) = (Vector512.Create(scale), Vector512.Create(secondScale));
        (Vector512.LoadUnsafe(ref source) + (scales * Single(Vector512.WidenLower(first))) + (seconds * Single(Vector512.WidenLower(second)))).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref source, 16) + (scales * Single(Vector512.WidenUpper(first))) + (seconds * Single(Vector512.WidenUpper(second)))).StoreUnsafe(ref target, 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Single(Vector512<int> sum) => Vector512.ConvertToSingle(sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddNarrow((Vector256<short> A, Vector256<short> B, Vector256<short> C, Vector256<short> D) sums, float scale, ref float source, ref float target)
    {
        AddNarrow(sums.A, scale, ref source, ref target);
        AddNarrow(sums.B, scale, ref Unsafe.Add(ref source, 16), ref Unsafe.Add(ref target, 16));
        AddNarrow(sums.C, scale, ref Unsafe.Add(ref source, 32), ref Unsafe.Add(ref target, 32));
        AddNarrow(sums.D, scale, ref Unsafe.Add(ref source, 48), ref Unsafe.Add(ref target, 48));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddNarrow(Vector256<short> sum, float scale, ref float source, ref float target)
    {
        var (scales, (lower, upper)) = (Vector256.Create(scale), Vector256.Widen(sum));
        (Vector256.LoadUnsafe(ref source) + (scales * Vector256.ConvertToSingle(lower))).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref source, 8) + (scales * Vector256.ConvertToSingle(upper))).StoreUnsafe(ref target, 8);
    }
}
