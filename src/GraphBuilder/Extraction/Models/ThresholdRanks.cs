using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// The thresholds that decisions hold against each of some values, sorted. The rank of a value is the number of thresholds below it, so that it is above a threshold exactly if its rank is above that threshold's
/// place; a value that is not a number is above none. Immutable and thread-safe.
/// </summary>
internal sealed class ThresholdRanks
{
    /// <summary>Most thresholds a value, so that ranks and the limit above all of them fit into seven bits.</summary>
    private const int Most = sbyte.MaxValue - 1;

    /// <summary>Thresholds compared at once.</summary>
    private const int Lanes = 16;

    private readonly float[][] _sorted;
    private readonly float[] _thresholds;
    private readonly int[] _firsts;

    private ThresholdRanks(float[][] sorted)
    {
        _sorted = sorted;
        _thresholds = [.. sorted.SelectMany(own => own.Concat(Enumerable.Repeat(float.PositiveInfinity, (Lanes - (own.Length % Lanes)) % Lanes)))];
        _firsts = new int[sorted.Length + 1];
        for (var value = 0; value < sorted.Length; value++)
        {
            _firsts[value + 1] = _firsts[value] + ((sorted[value].Length + Lanes - 1) / Lanes * Lanes);
        }
    }

    /// <summary>Number of values.</summary>
    public int Width => _sorted.Length;

    /// <summary>Sorts thresholds, or gives null where too many are held against one value.</summary>
    /// <param name="values">For each decision the number of the value that it looks at.</param>
    /// <param name="thresholds">For each decision; infinity and what is not a number are above all values.</param>
    public static ThresholdRanks? Create(byte[] values, float[] thresholds)
    {
        var sorted = new float[values.Max() + 1][];
        for (var value = 0; value < sorted.Length; value++)
        {
            sorted[value] = [.. thresholds.Where((threshold, at) => values[at] == value && threshold < float.PositiveInfinity).Distinct().Order()];
        }

        return Array.Exists(sorted, own => own.Length > Most) ? null : new ThresholdRanks(sorted);
    }

    /// <summary>The least rank of values that are above a threshold.</summary>
    public sbyte LeastRight(int value, float threshold)
        => (sbyte)(threshold < float.PositiveInfinity ? Array.IndexOf(_sorted[value], threshold) + 1 : sbyte.MaxValue);

    /// <summary>Writes the ranks of the values of some examples.</summary>
    /// <param name="examples">Row by example.</param>
    /// <param name="stride">Values a row.</param>
    /// <param name="columns">Value by value, <see cref="TreeLanes.Count"/> examples side by side; what no example fills is 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(ReadOnlySpan<float> examples, int stride, Span<sbyte> columns)
    {
        ref var threshold = ref MemoryMarshal.GetArrayDataReference(_thresholds);
        columns.Clear();
        for (var value = 0; value < _sorted.Length; value++)
        {
            var (first, end) = (_firsts[value], _firsts[value + 1]);
            var column = columns.Slice(value * TreeLanes.Count, TreeLanes.Count);
            for (var some = first; some < end; some += Lanes)
            {
                var thresholds = Vector512.LoadUnsafe(ref threshold, (nuint)some);
                for (int lane = 0, at = value; at < examples.Length; lane++, at += stride)
                {
                    column[lane] += (sbyte)BitOperations.PopCount(Vector512.GreaterThan(Vector512.Create(examples[at]), thresholds).ExtractMostSignificantBits());
                }
            }
        }
    }
}
