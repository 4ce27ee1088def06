using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Sums over vectors of eight lanes in one fixed order, so that every processor gives the same bits. Vector code, here and in other classes, is fully optimised at its first call
/// (<see cref="MethodImplOptions.AggressiveOptimization"/>): until tiered compilation replaces it, unoptimised code keeps each vector in memory, takes many times as long, and
/// accounts for a fifth of the time of extracting 3,000 abstracts.
/// </summary>
internal static class Lanes
{
    /// <summary>Sum of the eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> lanes)
    {
        var half = lanes.GetLower() + lanes.GetUpper();
        return (half[0] + half[2]) + (half[1] + half[3]);
    }

    /// <summary>
    /// The largest of the eight lanes, none of which may be NaN: the native maximum is one instruction, while the IEEE maximum, which handles NaN, is three dependent ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector256<float> lanes)
    {
        var half = Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper());
        return float.MaxNative(float.MaxNative(half[0], half[2]), float.MaxNative(half[1], half[3]));
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

    /// <summary>Sets negative values to zero; the length is divisible by eight. Of two zeros, the native maximum is the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> values)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        for (nuint at = 0; at < (nuint)values.Length; at += 8)
        {
            Vector256.MaxNative(Vector256.LoadUnsafe(ref value, at), Vector256<float>.Zero).StoreUnsafe(ref value, at);
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
    /// Multiplies <paramref name="rows"/> rows of inputs, which begin <paramref name="stride"/> apart and may overlap, by a matrix with one row of
    /// <paramref name="width"/> weights, a multiple of eight, per output. Writes bias plus product, <paramref name="bias"/>.Length values per row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
