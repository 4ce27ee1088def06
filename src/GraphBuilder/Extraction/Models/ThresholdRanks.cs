using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// The thresholds that decisions compare each value with, sorted. The rank of a value is the number of thresholds below it, so that it is above a threshold exactly if its rank is
/// above the index of that threshold; NaN is above none. Immutable and thread-safe.
/// </summary>
internal sealed class ThresholdRanks
{
    /// <summary>Maximum number of thresholds per value, so that ranks, and a limit above all of them, fit into seven bits.</summary>
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

    /// <summary>Sorts the thresholds; null if one value has too many.</summary>
    /// <param name="values">Index of the value that each decision tests.</param>
    /// <param name="thresholds">Threshold of each decision; infinity and NaN are above all values.</param>
    public static ThresholdRanks? Create(byte[] values, float[] thresholds)
    {
        var sorted = new float[values.Max() + 1][];
        for (var value = 0; value < sorted.Length; value++)
        {
            sorted[value] = [.. thresholds.Where((threshold, at) => values[at] == value && threshold < float.PositiveInfinity).Distinct().Order()];
        }

        return Array.Exists(sorted, own => own.Length > Most) ? null : new ThresholdRanks(sorted);
    }

    /// <summary>The lowest rank of a value above a threshold.</summary>
    public sbyte LeastRight(int value, float threshold)
        => (sbyte)(threshold < float.PositiveInfinity ? Array.IndexOf(_sorted[value], threshold) + 1 : sbyte.MaxValue);

    /// <summary>Writes the ranks of the values of some examples.</summary>
    /// <param name="examples">One row per example.</param>
    /// <param name="stride">Values per row.</param>
    /// <param name="columns"><see cref="TreeLanes.Count"/> lanes per value, one per example; lanes without an example hold 0.</param>
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
