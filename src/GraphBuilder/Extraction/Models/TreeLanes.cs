using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Complete trees of four decisions, laid out so that 32 examples walk a tree at once. A value is replaced by its rank among the thresholds that all trees hold against it, which are few (at most 63 in the trees
/// that ship), so that a decision compares bytes and comes out the same (Lucchese et al. 2015, "QuickScorer", order thresholds by value too). All fifteen decisions of a tree are taken for all examples, and selections
/// choose those on the way of each (predication instead of branches, as in Asadi, Lin and de Vries 2014, "Runtime optimizations for tree-based machine learning models"). Sums are of whole numbers, so that the order of
/// examples and trees and the processor do not show. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class TreeLanes
{
    /// <summary>Examples that walk at once.</summary>
    public const int Count = 32;

    private const int Depth = 4;
    private const int Inner = (1 << Depth) - 1;
    private const int LeavesATree = 1 << Depth;

    /// <summary>Selects the lower and the upper half of a register for both halves.</summary>
    private const byte LowerTwice = 0b01_00_01_00;
    private const byte UpperTwice = 0b11_10_11_10;

    private readonly ThresholdRanks _ranks;
    private readonly Decision[] _decisions;
    private readonly byte[] _leaves;
    private readonly int _classes;
    private readonly int _batch;

    /// <summary>A decision.</summary>
    /// <param name="Column">Where the ranks of the value begin.</param>
    /// <param name="Left">A lesser rank goes left; four times over, for processors fill a register with a whole number in one step and with a byte in two.</param>
    private readonly record struct Decision(int Column, uint Left);

    private TreeLanes(int classes, ThresholdRanks ranks, Decision[] decisions, short[] leaves)
    {
        _classes = classes;
        _ranks = ranks;
        _decisions = ByClass(decisions, Inner, classes);
        _batch = short.MaxValue / Math.Clamp(leaves.Max(leaf => Math.Abs((int)leaf)), 1, short.MaxValue);
        _leaves = [.. ByClass(leaves, LeavesATree, classes).Chunk(LeavesATree).SelectMany(tree => tree.Select(leaf => (byte)leaf).Concat(tree.Select(leaf => (byte)(leaf >> 8))))];
    }

    /// <summary>Lays out trees, or gives null where the processor, their depth or the number of their thresholds do not allow it.</summary>
    /// <param name="classes">Number of classes; tree t scores class t modulo this number.</param>
    /// <param name="depth">Decisions from root to leaf.</param>
    /// <param name="values">For each inner node the number of the value that it looks at.</param>
    /// <param name="thresholds">For each inner node.</param>
    /// <param name="leaves">All leaves, tree by tree.</param>
    public static TreeLanes? Create(int classes, int depth, byte[] values, float[] thresholds, short[] leaves)
    {
        if (!Avx2.IsSupported || depth != Depth || values.Length == 0 || ThresholdRanks.Create(values, thresholds) is not { } ranks)
        {
            return null;
        }

        return new TreeLanes(classes, ranks, [.. values.Zip(thresholds, (value, threshold) => new Decision(value * Count, (uint)ranks.LeastRight(value, threshold) * 0x01010101u))], leaves);
    }

    /// <summary>Adds up the leaves that some examples reach.</summary>
    /// <param name="examples">Row by example.</param>
    /// <param name="stride">Values a row.</param>
    /// <param name="sums">For each class <see cref="Count"/> sums, of which those of the examples come first.</param>
    public void Sum(ReadOnlySpan<float> examples, int stride, Span<int> sums)
    {
        Span<sbyte> columns = stackalloc sbyte[_ranks.Width * Count];
        _ranks.Write(examples, stride, columns);
        ref var decision = ref MemoryMarshal.GetArrayDataReference(_decisions);
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(_leaves);
        var trees = _decisions.Length / Inner / _classes;
        for (var own = 0; own < _classes; own++)
        {
            var sum = sums.Slice(own * Count, Count);
            sum.Clear();
            for (var first = 0; first < trees; first += _batch)
            {
                var some = Math.Min(_batch, trees - first);
                Add(ref MemoryMarshal.GetReference(columns), ref decision, ref leaf, some, sum);
                decision = ref Unsafe.Add(ref decision, some * Inner);
                leaf = ref Unsafe.Add(ref leaf, some * 2 * LeavesATree);
            }
        }
    }

    /// <summary>Adds what some trees of one class give, so few that their sum fits into 16 bits.</summary>
    private static void Add(ref sbyte column, ref Decision decision, ref byte leaf, int trees, Span<int> sums)
    {
        var (even, odd) = (Vector256<short>.Zero, Vector256<short>.Zero);
        for (var tree = 0; tree < trees; tree++)
        {
            var reached = Walk(ref column, ref decision);
            var both = Vector256.LoadUnsafe(ref leaf).AsInt64();
            var low = Avx2.Shuffle(Avx2.Permute4x64(both, LowerTwice).AsByte(), reached);
            var high = Avx2.Shuffle(Avx2.Permute4x64(both, UpperTwice).AsByte(), reached);
            even += Avx2.UnpackLow(low, high).AsInt16();
            odd += Avx2.UnpackHigh(low, high).AsInt16();
            decision = ref Unsafe.Add(ref decision, Inner);
            leaf = ref Unsafe.Add(ref leaf, 2 * LeavesATree);
        }

        // Bytes were joined within halves of a register.
        ref var sum = ref MemoryMarshal.GetReference(sums);
        (Vector256.LoadUnsafe(ref sum) + Vector256.WidenLower(even)).StoreUnsafe(ref sum);
        (Vector256.LoadUnsafe(ref sum, 8) + Vector256.WidenLower(odd)).StoreUnsafe(ref sum, 8);
        (Vector256.LoadUnsafe(ref sum, 16) + Vector256.WidenUpper(even)).StoreUnsafe(ref sum, 16);
        (Vector256.LoadUnsafe(ref sum, 24) + Vector256.WidenUpper(odd)).StoreUnsafe(ref sum, 24);
    }

    /// <summary>Numbers of the leaves that 32 examples reach in one tree, whose nodes stand in heap order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Walk(ref sbyte column, ref Decision root)
    {
        var first = Left(ref column, ref root, 0);
        var second = Either(first, Left(ref column, ref root, 1), Left(ref column, ref root, 2));
        var third = Either(
            first,
            Either(second, Left(ref column, ref root, 3), Left(ref column, ref root, 4)),
            Either(second, Left(ref column, ref root, 5), Left(ref column, ref root, 6)));
        var fourth = Either(
            first,
            Either(
                second,
                Either(third, Left(ref column, ref root, 7), Left(ref column, ref root, 8)),
                Either(third, Left(ref column, ref root, 9), Left(ref column, ref root, 10))),
            Either(
                second,
                Either(third, Left(ref column, ref root, 11), Left(ref column, ref root, 12)),
                Either(third, Left(ref column, ref root, 13), Left(ref column, ref root, 14))));
        var left = Either(Vector256.Create((sbyte)8), first, Either(Vector256.Create((sbyte)4), second, Either(Vector256.Create((sbyte)2), third, fourth)));
        return Vector256.AndNot(Vector256.Create((sbyte)(LeavesATree - 1)), left).AsByte();
    }

    /// <summary>All bits of the lanes whose example goes left at a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Left(ref sbyte column, ref Decision root, int node)
    {
        return Vector256.GreaterThan(Vector256.Create(Unsafe.Add(ref root, node).Left).AsSByte(), Vector256.LoadUnsafe(ref column, (nuint)(uint)Unsafe.Add(ref root, node).Column));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Either(Vector256<sbyte> mask, Vector256<sbyte> set, Vector256<sbyte> unset) => Vector256.ConditionalSelect(mask, set, unset);

    /// <summary>Puts the trees of each class together.</summary>
    private static T[] ByClass<T>(T[] trees, int size, int classes)
        => [.. trees.Chunk(size).Select((tree, at) => (tree, Class: at % classes)).OrderBy(pair => pair.Class).SelectMany(pair => pair.tree)];
}
