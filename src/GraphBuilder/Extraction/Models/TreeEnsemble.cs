using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Boosted regression trees, one per class and round (Friedman 2001, "Greedy function approximation: a gradient boosting machine"). All trees are complete and of equal depth,
/// so that scoring takes a fixed number of steps. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class TreeEnsemble
{
    /// <summary>Value of one step of a leaf.</summary>
    public const float Step = 1f / 2048;

    private readonly Node[] _nodes;
    private readonly short[] _leaves;
    private readonly int _width;
    private readonly TreeLanes? _lanes;

    /// <summary>A decision; one load reads both fields.</summary>
    private readonly record struct Node(float Threshold, int Value);

    /// <summary>Creates the ensemble from trained trees.</summary>
    /// <param name="classes">Number of classes; tree t scores class t modulo this number.</param>
    /// <param name="depth">Decisions from root to leaf.</param>
    /// <param name="values">For each inner node, tree by tree and in heap order, the index of the value it tests.</param>
    /// <param name="thresholds">For each inner node; a greater value goes right.</param>
    /// <param name="leaves">For each leaf, tree by tree, its score in units of <see cref="Step"/>.</param>
    public TreeEnsemble(int classes, int depth, byte[] values, float[] thresholds, short[] leaves)
    {
        var inner = (1 << depth) - 1;
        if (values.Length % (inner * classes) != 0 || thresholds.Length != values.Length || leaves.Length != values.Length / inner * (inner + 1))
        {
            throw new InvalidDataException($"trees of depth {depth} and {classes} classes cannot have {values.Length} nodes and {leaves.Length} leaves");
        }

        Classes = classes;
        Depth = depth;
        _nodes = [.. values.Zip(thresholds, (value, threshold) => new Node(threshold, value))];
        _leaves = leaves;
        _width = values.Length == 0 ? 0 : 1 + values.Max();
        _lanes = TreeLanes.Create(classes, depth, values, thresholds, leaves);
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Decisions from root to leaf.</summary>
    public int Depth { get; }

    /// <summary>True if there are no trees, because there was nothing to learn from; all classes are then equally likely.</summary>
    public bool IsEmpty => _nodes.Length == 0;

    /// <summary>Writes the probability of each class for several examples; the same as <see cref="Predict"/> one by one, but faster.</summary>
    /// <param name="examples">One row per example.</param>
    /// <param name="count">Number of examples.</param>
    /// <param name="probabilities">One row of <see cref="Classes"/> per example.</param>
    public void PredictAll(ReadOnlySpan<float> examples, int count, Span<double> probabilities)
    {
        var stride = count == 0 ? 0 : examples.Length / count;
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, count == 0 ? 0 : _width);
        if (_lanes is null || count == 1)
        {
            for (var at = 0; at < count; at++)
            {
                Predict(examples.Slice(at * stride, stride), probabilities.Slice(at * Classes, Classes));
            }

            return;
        }

        Span<int> sums = stackalloc int[Classes * TreeLanes.Count];
        for (var first = 0; first < count; first += TreeLanes.Count)
        {
            var some = Math.Min(TreeLanes.Count, count - first);
            _lanes.Sum(examples.Slice(first * stride, some * stride), stride, sums);
            for (var lane = 0; lane < some; lane++)
            {
                var own = probabilities.Slice((first + lane) * Classes, Classes);
                for (var at = 0; at < own.Length; at++)
                {
                    own[at] = sums[(at * TreeLanes.Count) + lane] * (double)Step;
                }

                LinearClassifier.Normalise(own);
            }
        }
    }

    /// <summary>Writes the probability of each class for one example. Branch-free, because the outcome of each comparison is unpredictable.</summary>
    public void Predict(ReadOnlySpan<float> example, Span<double> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(example.Length, _width);
        Span<int> sums = stackalloc int[Classes];
        sums.Clear();
        var inner = (1 << Depth) - 1;
        ref var value = ref MemoryMarshal.GetReference(example);
        ref var root = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(_leaves);
        for (int first = 0, own = 0; first < _nodes.Length; first += inner, own = own + 1 == sums.Length ? 0 : own + 1)
        {
            var at = 0;
            for (var step = 0; step < Depth; step++)
            {
                var node = Unsafe.Add(ref root, first + at);
                at += at + 1 + Unsafe.BitCast<bool, byte>(Unsafe.Add(ref value, node.Value) > node.Threshold);
            }

            sums[own] += Unsafe.Add(ref leaf, at - inner);
            leaf = ref Unsafe.Add(ref leaf, inner + 1);
        }

        for (var at = 0; at < sums.Length; at++)
        {
            probabilities[at] = sums[at] * (double)Step;
        }

        LinearClassifier.Normalise(probabilities[..Classes]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        var (classes, depth, nodes) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (classes is < 1 or > 64 || depth is < 1 or > 12 || nodes is < 0 or > 1 << 20)
        {
            throw new InvalidDataException("the trees of the model are damaged");
        }

        var values = reader.ReadBytes(nodes);
        var thresholds = new float[nodes];
        foreach (ref var threshold in thresholds.AsSpan())
        {
            threshold = reader.ReadSingle();
        }

        var leaves = new short[nodes / ((1 << depth) - 1) << depth];
        foreach (ref var leaf in leaves.AsSpan())
        {
            leaf = reader.ReadInt16();
        }

        return new TreeEnsemble(classes, depth, values, thresholds, leaves);
    }

    /// <summary>Writes the trees; the same trees give the same bytes.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Classes);
        writer.Write(Depth);
        writer.Write(_nodes.Length);
        foreach (var node in _nodes)
        {
            writer.Write((byte)node.Value);
        }

        foreach (var node in _nodes)
        {
            writer.Write(node.Threshold);
        }

        foreach (var leaf in _leaves)
        {
            writer.Write(leaf);
        }
    }
}
