using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>Sparse product for rectified units, most of which are zero: lists the others, and adds only their contributions to the next layer.</summary>
internal static class ActiveUnits
{
    /// <summary>Width of the next layer that <see cref="Add"/> supports.</summary>
    public const int Width = 64;

    /// <summary>For each byte value, the indices of its set bits, ascending, one per byte from the lowest.</summary>
    private static readonly ulong[] SetBits = [.. Enumerable.Range(0, 256).Select(bits => Enumerable.Range(0, 8).Where(bit => (bits & (1 << bit)) != 0).Reverse().Aggregate(0UL, (numbers, bit) => (numbers << 8) | (uint)bit))];

    /// <summary>Lists the indices of the units above zero, ascending, and returns how many there are. Each step writes eight indices; the next one overwrites the surplus.</summary>
    /// <param name="units">The units; their number is a multiple of eight, at most 256.</param>
    /// <param name="numbers">Room for eight more than there are units.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<float> units, Span<byte> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numbers.Length, units.Length + 8);
        ref var unit = ref MemoryMarshal.GetReference(units);
        ref var kept = ref MemoryMarshal.GetReference(numbers);
        var count = 0;
        for (var first = 0; first < units.Length; first += 8)
        {
            var bits = Vector256.GreaterThan(Vector256.LoadUnsafe(ref unit, (nuint)first), Vector256<float>.Zero).ExtractMostSignificantBits();
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref kept, count), SetBits[bits] + ((ulong)first * 0x0101010101010101));
            count += BitOperations.PopCount(bits);
        }

        return count;
    }

    /// <summary>Adds the contributions of the listed units to <see cref="Width"/> sums, which stay in eight registers of eight lanes.</summary>
    /// <param name="weights">One row per unit, one column per sum.</param>
    /// <param name="units">Values of the lower layer.</param>
    /// <param name="numbers">Indices of the units to add, in this order.</param>
    /// <param name="sums">Sums of the next layer.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> weights, ReadOnlySpan<float> units, ReadOnlySpan<byte> numbers, Span<float> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, Width);
        if (Vector512.IsHardwareAccelerated)
        {
            AddWide(weights, units, numbers, sums);
            return;
        }

        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var unit = ref MemoryMarshal.GetReference(units);
        var (a, b, c, d) = (Vector256.LoadUnsafe(ref sum), Vector256.LoadUnsafe(ref sum, 8), Vector256.LoadUnsafe(ref sum, 16), Vector256.LoadUnsafe(ref sum, 24));
        var (e, f, g, h) = (Vector256.LoadUnsafe(ref sum, 32), Vector256.LoadUnsafe(ref sum, 40), Vector256.LoadUnsafe(ref sum, 48), Vector256.LoadUnsafe(ref sum, 56));
        foreach (var number in numbers)
        {
            var factor = Vector256.Create(Unsafe.Add(ref unit, (nuint)number));
            ref var row = ref Unsafe.Add(ref weight, (nuint)number * Width);
            a += factor * Vector256.LoadUnsafe(ref row);
            b += factor * Vector256.LoadUnsafe(ref row, 8);
            c += factor * Vector256.LoadUnsafe(ref row, 16);
            d += factor * Vector256.LoadUnsafe(ref row, 24);
            e += factor * Vector256.LoadUnsafe(ref row, 32);
            f += factor * Vector256.LoadUnsafe(ref row, 40);
            g += factor * Vector256.LoadUnsafe(ref row, 48);
            h += factor * Vector256.LoadUnsafe(ref row, 56);
        }

        a.StoreUnsafe(ref sum);
        b.StoreUnsafe(ref sum, 8);
        c.StoreUnsafe(ref sum, 16);
        d.StoreUnsafe(ref sum, 24);
        e.StoreUnsafe(ref sum, 32);
        f.StoreUnsafe(ref sum, 40);
        g.StoreUnsafe(ref sum, 48);
        h.StoreUnsafe(ref sum, 56);
    }

    /// <summary>The same with 512-bit registers; bit-identical, because each sum has its own lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWide(ReadOnlySpan<float> weights, ReadOnlySpan<float> units, ReadOnlySpan<byte> numbers, Span<float> sums)
    {
        ref var sum = ref MemoryMarshal.GetReference(sums);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var unit = ref MemoryMarshal.GetReference(units);
        var (a, b, c, d) = (Vector512.LoadUnsafe(ref sum), Vector512.LoadUnsafe(ref sum, 16), Vector512.LoadUnsafe(ref sum, 32), Vector512.LoadUnsafe(ref sum, 48));
        foreach (var number in numbers)
        {
            var factor = Vector512.Create(Unsafe.Add(ref unit, (nuint)number));
            ref var row = ref Unsafe.Add(ref weight, (nuint)number * Width);
            a += factor * Vector512.LoadUnsafe(ref row);
            b += factor * Vector512.LoadUnsafe(ref row, 16);
            c += factor * Vector512.LoadUnsafe(ref row, 32);
            d += factor * Vector512.LoadUnsafe(ref row, 48);
        }

        a.StoreUnsafe(ref sum);
        b.StoreUnsafe(ref sum, 16);
        c.StoreUnsafe(ref sum, 32);
        d.StoreUnsafe(ref sum, 48);
    }
}
