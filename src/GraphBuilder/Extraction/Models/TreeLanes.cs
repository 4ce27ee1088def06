using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Complete trees of four decisions, laid out so that eight examples walk a tree at once: all fifteen decisions are taken for all eight, and blends choose those on the way of each
/// (predication instead of branches, as in Asadi, Lin and de Vries 2014, "Runtime optimizations for tree-based machine learning models"). Sums are of whole numbers, so that the order of
/// examples and the processor do not show. Immutable and thread-safe.
/// </summary>
internal sealed class TreeLanes
{
    /// <summary>Examples that walk at once.</summary>
    public const int Count = 8;

    private const int Depth = 4;
    private const int Inner = (1 << Depth) - 1;
    private const int LeavesATree = 1 << Depth;

    private readonly Decision[] _decisions;
    private readonly short[] _leaves;

    /// <summary>A decision; both halves in one line of the cache.</summary>
    private readonly record struct Decision(float Threshold, int Column);

    private TreeLanes(Decision[] decisions, short[] leaves)
    {
        _decisions = decisions;
        _leaves = leaves;
    }

    /// <summary>Lays out trees, or gives null where the processor or their depth do not allow it.</summary>
    /// <param name="depth">Decisions from root to leaf.</param>
    /// <param name="values">For each inner node the number of the value that it looks at.</param>
    /// <param name="thresholds">For each inner node.</param>
    /// <param name="leaves">All leaves, tree by tree.</param>
    public static TreeLanes? Create(int depth, byte[] values, float[] thresholds, short[] leaves)
        => Avx2.IsSupported && depth == Depth ? new TreeLanes([.. values.Zip(thresholds, (value, threshold) => new Decision(threshold, value * Count))], leaves) : null;

    /// <summary>Adds up the leaves of eight examples.</summary>
    /// <param name="columns">Value by value, the eight examples side by side.</param>
    /// <param name="classes">Number of classes; tree t scores class t modulo this number.</param>
    /// <param name="sums">For each class eight sums.</param>
    public void Sum(ReadOnlySpan<float> columns, int classes, Span<int> sums)
    {
        sums[..(classes * Count)].Clear();
        ref var column = ref MemoryMarshal.GetReference(columns);
        ref var decision = ref MemoryMarshal.GetArrayDataReference(_decisions);
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(_leaves);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (int tree = 0, own = 0; tree < _decisions.Length / Inner; tree++, own = own + 1 == classes ? 0 : own + 1)
        {
            var scores = Walk(ref column, ref decision, ref leaf);
            var at = (nuint)(own * Count);
            (Vector256.LoadUnsafe(ref sum, at) + scores).StoreUnsafe(ref sum, at);
            decision = ref Unsafe.Add(ref decision, Inner);
            leaf = ref Unsafe.Add(ref leaf, LeavesATree);
        }
    }

    /// <summary>The leaves that eight examples reach in one tree, whose nodes stand in heap order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Walk(ref float column, ref Decision root, ref short leaf)
    {
        var first = Right(ref column, ref root, 0);
        var second = Either(first, Right(ref column, ref root, 2), Right(ref column, ref root, 1));
        var third = Either(
            first,
            Either(second, Right(ref column, ref root, 6), Right(ref column, ref root, 5)),
            Either(second, Right(ref column, ref root, 4), Right(ref column, ref root, 3)));
        var fourth = Either(
            first,
            Either(
                second,
                Either(third, Right(ref column, ref root, 14), Right(ref column, ref root, 13)),
                Either(third, Right(ref column, ref root, 12), Right(ref column, ref root, 11))),
            Either(
                second,
                Either(third, Right(ref column, ref root, 10), Right(ref column, ref root, 9)),
                Either(third, Right(ref column, ref root, 8), Right(ref column, ref root, 7))));
        var index = (second.AsInt32() & Vector256.Create(4)) | (third.AsInt32() & Vector256.Create(2)) | (fourth.AsInt32() & Vector256.Create(1));
        var left = Avx2.PermuteVar8x32(Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref leaf)), index);
        var right = Avx2.PermuteVar8x32(Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref leaf, 8)), index);
        return Either(first, right.AsSingle(), left.AsSingle()).AsInt32();
    }

    /// <summary>All bits of the lanes whose example goes right at a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Right(ref float column, ref Decision root, int node)
    {
        ref var decision = ref Unsafe.Add(ref root, node);
        return Vector256.GreaterThan(Vector256.LoadUnsafe(ref column, (nuint)(uint)decision.Column), Vector256.Create(decision.Threshold));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Either(Vector256<float> mask, Vector256<float> set, Vector256<float> unset) => Avx.BlendVariable(unset, set, mask);
}
