namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// Boosted regression trees, one a class and round (Friedman 2001, "Greedy function approximation: a gradient boosting machine"). All trees are complete and of one depth,
/// so that scoring walks a fixed number of steps. Immutable and thread-safe.
/// </summary>
internal sealed class TreeEnsemble
{
    /// <summary>What one step of a leaf is worth.</summary>
    public const float Step = 1f / 2048;

    private readonly byte[] _values;
    private readonly float[] _thresholds;
    private readonly short[] _leaves;

    /// <summary>Takes over learnt trees.</summary>
    /// <param name="classes">Number of classes; tree t scores class t modulo this number.</param>
    /// <param name="depth">Decisions from root to leaf.</param>
    /// <param name="values">For each inner node, tree by tree and in heap order, the number of the value it looks at.</param>
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
        _values = values;
        _thresholds = thresholds;
        _leaves = leaves;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Decisions from root to leaf.</summary>
    public int Depth { get; }

    /// <summary>True where there are no trees, for there was nothing to learn from: all classes are equally likely then.</summary>
    public bool IsEmpty => _values.Length == 0;

    /// <summary>Writes the probability of each class for one example.</summary>
    public void Predict(ReadOnlySpan<float> example, Span<double> probabilities)
    {
        Span<int> sums = stackalloc int[Classes];
        sums.Clear();
        var inner = (1 << Depth) - 1;
        var trees = _values.Length / inner;
        for (var tree = 0; tree < trees; tree++)
        {
            var values = _values.AsSpan(tree * inner, inner);
            var thresholds = _thresholds.AsSpan(tree * inner, inner);
            var node = 0;
            while (node < inner)
            {
                node = (2 * node) + (example[values[node]] > thresholds[node] ? 2 : 1);
            }

            sums[tree % sums.Length] += _leaves[(tree * (inner + 1)) + node - inner];
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
        writer.Write(_values.Length);
        writer.Write(_values);
        foreach (var threshold in _thresholds)
        {
            writer.Write(threshold);
        }

        foreach (var leaf in _leaves)
        {
            writer.Write(leaf);
        }
    }
}
