using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Sums over vectors of eight lanes in one fixed order, so that every processor gives the same bits.</summary>
internal static class Lanes
{
    /// <summary>Sum of the eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> lanes)
    {
        var half = lanes.GetLower() + lanes.GetUpper();
        return (half[0] + half[2]) + (half[1] + half[3]);
    }

    /// <summary>The largest of the eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> lanes)
    {
        var half = Vector128.Max(lanes.GetLower(), lanes.GetUpper());
        return Math.Max(Math.Max(half[0], half[2]), Math.Max(half[1], half[3]));
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="from"/> to <paramref name="to"/>; lengths are equal and divisible by eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float factor, ReadOnlySpan<float> from, Span<float> to)
    {
        var factors = Vector256.Create(factor);
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var target = ref MemoryMarshal.GetReference(to);
        for (nuint at = 0; at < (nuint)to.Length; at += 8)
        {
            (Vector256.LoadUnsafe(ref target, at) + (factors * Vector256.LoadUnsafe(ref source, at))).StoreUnsafe(ref target, at);
        }
    }

    /// <summary>Adds <paramref name="from"/> to <paramref name="to"/>; lengths are equal and divisible by eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var target = ref MemoryMarshal.GetReference(to);
        for (nuint at = 0; at < (nuint)to.Length; at += 8)
        {
            (Vector256.LoadUnsafe(ref target, at) + Vector256.LoadUnsafe(ref source, at)).StoreUnsafe(ref target, at);
        }
    }

    /// <summary>
    /// Adds the sum of some rows of a table of eight-bit values, times <paramref name="scale"/>, to <paramref name="to"/>, whose length is that of a row and divisible by 64.
    /// The sum is one of whole numbers; at most 258 rows fit into it.
    /// </summary>
    public static void AddRows(ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, float scale, Span<float> to) => AddRows([], table, rows, scale, to);

    /// <summary>The same with a sum to begin from: that of other rows, or an empty one.</summary>
    public static void AddRows(ReadOnlySpan<short> sums, ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, float scale, Span<float> to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length % 64, 0);
        for (var at = 0; at < to.Length; at += 64)
        {
            ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), at);
            if (Vector512.IsHardwareAccelerated)
            {
                AddWide(sums.IsEmpty ? sums : sums[at..], ref Unsafe.Add(ref MemoryMarshal.GetReference(table), at), rows, to.Length, scale, ref target);
                continue;
            }

            var (a, b, c, d) = Sum(sums.IsEmpty ? sums : sums[at..], ref Unsafe.Add(ref MemoryMarshal.GetReference(table), at), rows, to.Length);
            Add(a, scale, ref target);
            Add(b, scale, ref Unsafe.Add(ref target, 16));
            Add(c, scale, ref Unsafe.Add(ref target, 32));
            Add(d, scale, ref Unsafe.Add(ref target, 48));
        }
    }

    /// <summary>Writes the sum of some rows of a table of eight-bit values; lengths and limits as in <see cref="AddRows(ReadOnlySpan{sbyte}, ReadOnlySpan{int}, float, Span{float})"/>.</summary>
    public static void SumRows(ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, Span<short> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length % 64, 0);
        for (var at = 0; at < sums.Length; at += 64)
        {
            var (a, b, c, d) = Sum([], ref Unsafe.Add(ref MemoryMarshal.GetReference(table), at), rows, sums.Length);
            a.CopyTo(sums[at..]);
            b.CopyTo(sums[(at + 16)..]);
            c.CopyTo(sums[(at + 32)..]);
            d.CopyTo(sums[(at + 48)..]);
        }
    }

    /// <summary>The sum of 64 columns of some rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<short> A, Vector256<short> B, Vector256<short> C, Vector256<short> D) Sum(ReadOnlySpan<short> sums, ref sbyte first, ReadOnlySpan<int> rows, int stride)
    {
        var (a, b, c, d) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        if (!sums.IsEmpty)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums);
            (a, b, c, d) = (Vector256.LoadUnsafe(ref sum), Vector256.LoadUnsafe(ref sum, 16), Vector256.LoadUnsafe(ref sum, 32), Vector256.LoadUnsafe(ref sum, 48));
        }

        foreach (var row in rows)
        {
            ref var part = ref Unsafe.Add(ref first, (nint)row * stride);
            a += Widen(ref part, 0);
            b += Widen(ref part, 16);
            c += Widen(ref part, 32);
            d += Widen(ref part, 48);
        }

        return (a, b, c, d);
    }

    /// <summary>Adds 64 columns of some rows on processors with wide registers; each column has the same bits, for none waits on another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddWide(ReadOnlySpan<short> sums, ref sbyte first, ReadOnlySpan<int> rows, int stride, float scale, ref float target)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var (a, b) = sums.IsEmpty ? (Vector512<short>.Zero, Vector512<short>.Zero) : (Vector512.LoadUnsafe(ref sum), Vector512.LoadUnsafe(ref sum, 32));
        foreach (var row in rows)
        {
            ref var part = ref Unsafe.Add(ref first, (nint)row * stride);
            a += Vector512.WidenLower(Vector256.LoadUnsafe(ref part).ToVector512Unsafe());
            b += Vector512.WidenLower(Vector256.LoadUnsafe(ref part, 32).ToVector512Unsafe());
        }

        var scales = Vector512.Create(scale);
        (Vector512.LoadUnsafe(ref target) + (scales * Vector512.ConvertToSingle(Vector512.WidenLower(a)))).StoreUnsafe(ref target);
        (Vector512.LoadUnsafe(ref target, 16) + (scales * Vector512.ConvertToSingle(Vector512.WidenUpper(a)))).StoreUnsafe(ref target, 16);
        (Vector512.LoadUnsafe(ref target, 32) + (scales * Vector512.ConvertToSingle(Vector512.WidenLower(b)))).StoreUnsafe(ref target, 32);
        (Vector512.LoadUnsafe(ref target, 48) + (scales * Vector512.ConvertToSingle(Vector512.WidenUpper(b)))).StoreUnsafe(ref target, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widen(ref sbyte values, nuint at) => Vector256.WidenLower(Vector128.LoadUnsafe(ref values, at).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector256<short> sum, float scale, ref float target)
    {
        var (scales, (lower, upper)) = (Vector256.Create(scale), Vector256.Widen(sum));
        (Vector256.LoadUnsafe(ref target) + (scales * Vector256.ConvertToSingle(lower))).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref target, 8) + (scales * Vector256.ConvertToSingle(upper))).StoreUnsafe(ref target, 8);
    }

    /// <summary>Sets what is below zero to zero; the length is divisible by eight.</summary>
    public static void Rectify(Span<float> values)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0; at < (nuint)values.Length; at += 8)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref value, at), Vector256<float>.Zero).StoreUnsafe(ref value, at);
        }
    }

    /// <summary>Sum of products; lengths are equal and divisible by eight.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        for (nuint at = 0; at < (nuint)left.Length; at += 8)
        {
            sum += Vector256.LoadUnsafe(ref first, at) * Vector256.LoadUnsafe(ref second, at);
        }

        return Sum(sum);
    }

    /// <summary>
    /// Multiplies <paramref name="rows"/> rows of inputs, which begin <paramref name="stride"/> apart and may overlap, by a matrix: for each output a row of
    /// <paramref name="width"/> weights, a multiple of eight. Writes bias plus product, <paramref name="bias"/>.Length values a row.
    /// </summary>
    public static void Multiply(ReadOnlySpan<float> inputs, int stride, int rows, ReadOnlySpan<float> weights, int width, ReadOnlySpan<float> bias, Span<float> outputs)
    {
        ref var input = ref MemoryMarshal.GetReference(inputs);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            for (var at = 0; at < bias.Length; at++)
            {
                var (first, second, third, fourth) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
                ref var from = ref Unsafe.Add(ref input, row * stride);
                ref var with = ref Unsafe.Add(ref weight, at * width);
                for (nuint lane = 0; lane < (nuint)width; lane += 8)
                {
                    var factor = Vector256.LoadUnsafe(ref with, lane);
                    first += factor * Vector256.LoadUnsafe(ref from, lane);
                    second += factor * Vector256.LoadUnsafe(ref from, (nuint)stride + lane);
                    third += factor * Vector256.LoadUnsafe(ref from, (nuint)(2 * stride) + lane);
                    fourth += factor * Vector256.LoadUnsafe(ref from, (nuint)(3 * stride) + lane);
                }

                outputs[(row * bias.Length) + at] = bias[at] + Sum(first);
                outputs[((row + 1) * bias.Length) + at] = bias[at] + Sum(second);
                outputs[((row + 2) * bias.Length) + at] = bias[at] + Sum(third);
                outputs[((row + 3) * bias.Length) + at] = bias[at] + Sum(fourth);
            }
        }

        for (; row < rows; row++)
        {
            for (var at = 0; at < bias.Length; at++)
            {
                var sum = Vector256<float>.Zero;
                for (nuint lane = 0; lane < (nuint)width; lane += 8)
                {
                    sum += Vector256.LoadUnsafe(ref weight, (nuint)(at * width) + lane) * Vector256.LoadUnsafe(ref input, (nuint)(row * stride) + lane);
                }

                outputs[(row * bias.Length) + at] = bias[at] + Sum(sum);
            }
        }
    }
}
