using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Complete trees of depth four or five, laid out so that 32 examples traverse a tree at once. A tree of depth four fills one cache line; a tree of depth five is stored as two of
/// depth four, between which its root chooses. Each value is replaced by its rank among the thresholds that any tree compares it with, which are few (at most 63 in the shipped
/// trees), so that a decision compares bytes with the same outcome (Lucchese et al. 2015, "QuickScorer", order thresholds by value too). All fifteen decisions of a tree are
/// evaluated for all examples, and selections pick those on the path of each (predication instead of branches, as in Asadi, Lin and de Vries 2014, "Runtime optimizations for
/// tree-based machine learning models"). Sums are integers, so the result does not depend on the order of examples and trees, nor on the processor. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class TreeLanes
{
    /// <summary>Examples that traverse a tree at once.</summary>
    public const int Count = 32;

    private const int Depth = 4;
    private const int Inner = (1 << Depth) - 1;
    private const int LeavesATree = 1 << Depth;

    /// <summary>
    /// Offsets within the line of a tree: the lowest rank that goes right, for each decision and for the root of the whole tree; the index of the value, for the same; the lower
    /// and the upper bytes of the leaves.
    /// </summary>
    private const int Values = LeavesATree;
    private const int Leaves = 2 * LeavesATree;
    private const int Line = 4 * LeavesATree;

    /// <summary>Selects the lower and the upper half of a register for both halves.</summary>
    private const byte LowerTwice = 0b01_00_01_00;
    private const byte UpperTwice = 0b11_10_11_10;

    private readonly ThresholdRanks _ranks;
    private readonly LineArray<byte> _trees;
    private readonly int _lines;
    private readonly int _classes;
    private readonly int _batch;

    private TreeLanes(int classes, int lines, ThresholdRanks ranks, byte[] trees, int greatestLeaf)
    {
        (_classes, _lines, _ranks) = (classes, lines, ranks);
        _trees = LineArray<byte>.Of(ByClass(trees, lines * Line, classes));
        _batch = short.MaxValue / Math.Clamp(greatestLeaf, 1, short.MaxValue);
    }

    /// <summary>Lays out trees; null if the processor, their depth or the number of their thresholds does not allow it.</summary>
    /// <param name="classes">Number of classes; tree t scores class t modulo this number.</param>
    /// <param name="depth">Decisions from root to leaf.</param>
    /// <param name="values">Index of the value that each inner node tests.</param>
    /// <param name="thresholds">Threshold of each inner node.</param>
    /// <param name="leaves">All leaves, tree by tree.</param>
    public static TreeLanes? Create(int classes, int depth, byte[] values, float[] thresholds, short[] leaves)
    {
        if (!Avx2.IsSupported || depth is not (Depth or Depth + 1) || values.Length == 0 || ThresholdRanks.Create(values, thresholds) is not { } ranks)
        {
            return null;
        }

        var least = values.Zip(thresholds, (value, threshold) => ranks.LeastRight(value, threshold)).ToArray();
        var lines = 1 << (depth - Depth);
        var all = new byte[leaves.Length / LeavesATree * Line];
        for (var at = 0; at < all.Length / Line; at++)
        {
            var root = at / lines * ((1 << depth) - 1);
            Lay(values.AsSpan(root), least.AsSpan(root), lines - 1 + (at % lines), leaves.AsSpan(at * LeavesATree, LeavesATree), all.AsSpan(at * Line, Line));
        }

        return new TreeLanes(classes, lines, ranks, all, leaves.Max(leaf => Math.Abs((int)leaf)));
    }

    /// <summary>Lays out the subtree of a node, in heap order, and the root of the tree.</summary>
    private static void Lay(ReadOnlySpan<byte> values, ReadOnlySpan<sbyte> least, int node, ReadOnlySpan<short> leaves, Span<byte> line)
    {
        for (var (level, own) = (0, 0); level < Depth; level++)
        {
            for (var at = 0; at < 1 << level; at++, own++)
            {
                var from = ((node + 1) << level) - 1 + at;
                (line[own], line[Values + own]) = ((byte)least[from], values[from]);
            }
        }

        (line[Inner], line[Values + Inner]) = ((byte)least[0], values[0]);
        for (var leaf = 0; leaf < LeavesATree; leaf++)
        {
            (line[Leaves + leaf], line[Leaves + LeavesATree + leaf]) = ((byte)leaves[leaf], (byte)(leaves[leaf] >> 8));
        }
    }

    /// <summary>Sums the leaves that examples reach.</summary>
    /// <param name="examples">One row per example, at most <see cref="Count"/>.</param>
    /// <param name="stride">Values per row.</param>
    /// <param name="sums"><see cref="Count"/> sums per class, those of the examples first; the others are meaningless.</param>
    public void Sum(ReadOnlySpan<float> examples, int stride, Span<int> sums)
    {
        Span<sbyte> columns = stackalloc sbyte[_ranks.Width * Count];
        _ranks.Write(examples, stride, columns);
        ref var tree = ref _trees.First;
        var trees = _trees.Span.Length / Line / _lines / _classes;
        for (var own = 0; own < _classes; own++)
        {
            var sum = sums.Slice(own * Count, Count);
            sum.Clear();
            for (var first = 0; first < trees; first += _batch)
            {
                var some = Math.Min(_batch, trees - first);
                Add(ref MemoryMarshal.GetReference(columns), ref tree, _lines, some, sum);
                tree = ref Unsafe.Add(ref tree, some * _lines * Line);
            }
        }
    }

    /// <summary>Adds the leaves of some trees of one class, few enough for their sum to fit into 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref sbyte column, ref byte tree, int lines, int trees, Span<int> sums)
    {
        var (even, odd) = (Vector256<short>.Zero, Vector256<short>.Zero);
        for (var at = 0; at < trees; at++)
        {
            var (low, high) = Reach(ref column, ref tree);
            if (lines > 1)
            {
                var first = Left(ref column, ref tree, Inner).AsByte();
                tree = ref Unsafe.Add(ref tree, Line);
                var (otherLow, otherHigh) = Reach(ref column, ref tree);
                (low, high) = (Vector256.ConditionalSelect(first, low, otherLow), Vector256.ConditionalSelect(first, high, otherHigh));
            }

            even += Avx2.UnpackLow(low, high).AsInt16();
            odd += Avx2.UnpackHigh(low, high).AsInt16();
            tree = ref Unsafe.Add(ref tree, Line);
        }

        // Unpacking interleaves bytes within each half of a register: even holds examples 0 to 7 and 16 to 23, odd the others.
        ref var sum = ref MemoryMarshal.GetReference(sums);
        (Vector256.LoadUnsafe(ref sum) + Vector256.WidenLower(even)).StoreUnsafe(ref sum);
        (Vector256.LoadUnsafe(ref sum, 8) + Vector256.WidenLower(odd)).StoreUnsafe(ref sum, 8);
        (Vector256.LoadUnsafe(ref sum, 16) + Vector256.WidenUpper(even)).StoreUnsafe(ref sum, 16);
        (Vector256.LoadUnsafe(ref sum, 24) + Vector256.WidenUpper(odd)).StoreUnsafe(ref sum, 24);
    }

    /// <summary>Lower and upper bytes of the leaves that 32 examples reach in one line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Low, Vector256<byte> High) Reach(ref sbyte column, ref byte tree)
    {
        var reached = Walk(ref column, ref tree);
        var leaves = Vector256.LoadUnsafe(ref tree, Leaves).AsInt64();
        return (Avx2.Shuffle(Avx2.Permute4x64(leaves, LowerTwice).AsByte(), reached), Avx2.Shuffle(Avx2.Permute4x64(leaves, UpperTwice).AsByte(), reached));
    }

    /// <summary>Indices of the leaves that 32 examples reach in one line, whose nodes are in heap order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Walk(ref sbyte column, ref byte root)
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

    /// <summary>Mask of the lanes whose example goes left at a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Left(ref sbyte column, ref byte root, int node)
        => Vector256.GreaterThan(Vector256.Create((sbyte)Unsafe.Add(ref root, node)), Vector256.LoadUnsafe(ref column, Unsafe.Add(ref root, Values + node) * (nuint)Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<sbyte> Either(Vector256<sbyte> mask, Vector256<sbyte> set, Vector256<sbyte> unset) => Vector256.ConditionalSelect(mask, set, unset);

    /// <summary>Groups the trees by class.</summary>
    private static T[] ByClass<T>(T[] trees, int size, int classes)
        => [.. trees.Chunk(size).Select((tree, at) => (tree, Class: at % classes)).OrderBy(pair => pair.Class).SelectMany(pair => pair.tree)];
}
