namespace Stemma.GraphBuilder.Training;

/// <summary>A complete tree: inner nodes in heap order, then leaves.</summary>
/// <param name="Values">Index of the value tested by each inner node.</param>
/// <param name="Bins">Last bin that goes left, or <see cref="NoSplit"/> if all bins do.</param>
/// <param name="Leaves">Newton step of each leaf.</param>
internal sealed record GrownTree(int[] Values, byte[] Bins, double[] Leaves)
{
    /// <summary>Marks a node without a split.</summary>
    public const byte NoSplit = byte.MaxValue;

    /// <summary>Index of the leaf that an example reaches.</summary>
    public int LeafOf(ValueBins[] bins, int row)
    {
        var node = 0;
        while (node < Values.Length)
        {
            node = (2 * node) + (bins[Values[node]].Of[row] > Bins[node] ? 2 : 1);
        }

        return node - Values.Length;
    }
}

/// <summary>Grows trees over binned values; of splits with equal gain, the first found wins.</summary>
internal sealed class TreeGrower
{
    /// <summary>Minimum sum of curvatures in a child. An example contributes at most a quarter of its weight, and almost nothing if its class is no longer in doubt.</summary>
    private const double LeastCurvature = 4;

    /// <summary>Added to each sum of curvatures (L2 penalty on leaves).</summary>
    private const double Penalty = 4;

    private const double LeastGain = 1e-3;

    private readonly ValueBins[] _bins;
    private readonly int _depth;
    private readonly double[] _slopeSums = new double[ValueBins.Most];
    private readonly double[] _curvatureSums = new double[ValueBins.Most];

    /// <summary>Prepares to grow trees over all examples.</summary>
    public TreeGrower(ValueBins[] bins, int examples, int depth)
    {
        _bins = bins;
        _depth = depth;
        Slopes = new float[examples];
        Curvatures = new float[examples];
    }

    /// <summary>First derivative of each example.</summary>
    public float[] Slopes { get; }

    /// <summary>Negated second derivative of each example.</summary>
    public float[] Curvatures { get; }

    /// <summary>Grows a tree on a subset of examples and values; reorders <paramref name="rows"/>.</summary>
    public GrownTree Grow(int[] rows, int[] values)
    {
        var inner = (1 << _depth) - 1;
        var tree = new GrownTree(new int[inner], new byte[inner], new double[inner + 1]);
        Array.Fill(tree.Bins, GrownTree.NoSplit);
        Grow(tree, rows, values, 0);
        return tree;
    }

    private void Grow(GrownTree tree, Span<int> rows, int[] values, int node)
    {
        var (slope, curvature) = (0.0, 0.0);
        foreach (var row in rows)
        {
            slope += Slopes[row];
            curvature += Curvatures[row];
        }

        if (node >= tree.Values.Length)
        {
            tree.Leaves[node - tree.Values.Length] = slope / (curvature + Penalty);
            return;
        }

        var middle = rows.Length;
        if (curvature >= 2 * LeastCurvature && FindSplit(rows, values, slope, curvature) is { } split)
        {
            (tree.Values[node], tree.Bins[node]) = split;
            middle = Partition(rows, _bins[split.Value].Of, split.Bin);
        }

        Grow(tree, rows[..middle], values, (2 * node) + 1);
        if (middle < rows.Length)
        {
            Grow(tree, rows[middle..], values, (2 * node) + 2);
        }
    }

    private (int Value, byte Bin)? FindSplit(ReadOnlySpan<int> rows, int[] values, double slope, double curvature)
    {
        (int Value, byte Bin)? best = null;
        var bestGain = Gain(slope, curvature) + LeastGain;
        foreach (var value in values)
        {
            Sum(rows, _bins[value].Of);
            var (leftSlope, leftCurvature) = (0.0, 0.0);
            for (var bin = 0; bin < ValueBins.Most - 1; bin++)
            {
                leftSlope += _slopeSums[bin];
                leftCurvature += _curvatureSums[bin];
                if (curvature - leftCurvature < LeastCurvature)
                {
                    break;
                }

                if (leftCurvature >= LeastCurvature && Gain(leftSlope, leftCurvature) + Gain(slope - leftSlope, curvature - leftCurvature) is var gain && gain > bestGain)
                {
                    (best, bestGain) = ((value, (byte)bin), gain);
                }
            }
        }

        return best;
    }

    private void Sum(ReadOnlySpan<int> rows, byte[] bins)
    {
        Array.Clear(_slopeSums);
        Array.Clear(_curvatureSums);
        foreach (var row in rows)
        {
            _slopeSums[bins[row]] += Slopes[row];
            _curvatureSums[bins[row]] += Curvatures[row];
        }
    }

    private static double Gain(double slope, double curvature) => slope * slope / (curvature + Penalty);

    /// <summary>Moves the rows of the left child to the front; returns their number.</summary>
    private static int Partition(Span<int> rows, byte[] bins, byte last)
    {
        var middle = 0;
        for (var at = 0; at < rows.Length; at++)
        {
            if (bins[rows[at]] <= last)
            {
                (rows[at], rows[middle]) = (rows[middle], rows[at]);
                middle++;
            }
        }

        return middle;
    }
}
