using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>A training example of a tree ensemble.</summary>
/// <param name="Values">Dense values, equally many in every example.</param>
/// <param name="Allowed">Mask of the right classes: bit c for class c. Several if annotators accept several.</param>
/// <param name="Weight">Weight of the example.</param>
internal readonly record struct TreeExample(float[] Values, int Allowed, float Weight);

/// <summary>Size and learning rate of an ensemble.</summary>
/// <param name="Rounds">Trees per class.</param>
/// <param name="Depth">Decisions from root to leaf.</param>
/// <param name="Rate">Factor on the Newton step of a leaf (shrinkage).</param>
internal sealed record TreeTraining(int Rounds, int Depth, float Rate);

/// <summary>
/// Trains boosted trees by second-order steps towards the total probability of the allowed classes (Chen and Guestrin 2016, "XGBoost"; Cour, Sapp and Taskar 2011 for several right
/// classes), each tree on a random subset of examples and values (Friedman 2002, "Stochastic gradient boosting"). Single-threaded and bit-reproducible.
/// </summary>
internal sealed class TreeTrainer
{
    /// <summary>Share of the examples used in a round.</summary>
    private const double ExampleShare = 0.7;

    /// <summary>Share of the values that a tree may split on.</summary>
    private const double ValueShare = 0.3;

    private readonly TreeTraining _settings;
    private readonly IReadOnlyList<TreeExample> _examples;
    private readonly int _classes;
    private readonly ValueBins[] _bins;
    private readonly double[] _scores;
    private readonly double[] _free;
    private readonly List<byte> _values = [];
    private readonly List<float> _thresholds = [];
    private readonly List<short> _leaves = [];

    private TreeTrainer(IReadOnlyList<TreeExample> examples, int classes, TreeTraining settings)
    {
        _settings = settings;
        _examples = examples;
        _classes = classes;
        _bins = [.. Enumerable.Range(0, examples[0].Values.Length).Select(value => new ValueBins(examples, value))];
        _scores = new double[examples.Count * classes];
        _free = new double[examples.Count * classes];
    }

    /// <summary>Trains an ensemble, which is empty if there are no examples.</summary>
    public static TreeEnsemble Train(IReadOnlyList<TreeExample> examples, int classes, TreeTraining settings, CancellationToken cancellation)
        => examples.Count == 0 ? new TreeEnsemble(classes, settings.Depth, [], [], []) : new TreeTrainer(examples, classes, settings).Train(cancellation);

    private TreeEnsemble Train(CancellationToken cancellation)
    {
        var random = new SplitMix(5);
        var rows = Enumerable.Range(0, _examples.Count).ToArray();
        var values = Enumerable.Range(0, _bins.Length).ToArray();
        var grower = new TreeGrower(_bins, _examples.Count, _settings.Depth);
        for (var round = 0; round < _settings.Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Normalise();
            random.Shuffle<int>(rows);
            for (var at = 0; at < _classes; at++)
            {
                random.Shuffle<int>(values);
                Derive(at, grower);
                Keep(grower.Grow(rows[..Share(rows.Length, ExampleShare)], values[..Share(values.Length, ValueShare)]), at);
            }
        }

        return new TreeEnsemble(_classes, _settings.Depth, [.. _values], [.. _thresholds], [.. _leaves]);
    }

    private static int Share(int count, double share) => Math.Max(1, (int)(count * share));

    /// <summary>Updates the class probabilities to the current scores.</summary>
    private void Normalise()
    {
        _scores.CopyTo(_free, 0);
        for (var row = 0; row < _examples.Count; row++)
        {
            LinearClassifier.Normalise(_free.AsSpan(row * _classes, _classes));
        }
    }

    /// <summary>Computes slope and curvature of the log-likelihood for one class.</summary>
    private void Derive(int own, TreeGrower grower)
    {
        for (var row = 0; row < _examples.Count; row++)
        {
            var example = _examples[row];
            var free = _free.AsSpan(row * _classes, _classes);
            var allowed = 0.0;
            for (var at = 0; at < free.Length; at++)
            {
                allowed += (example.Allowed & (1 << at)) != 0 ? free[at] : 0;
            }

            var held = (example.Allowed & (1 << own)) != 0 ? free[own] / Math.Max(allowed, 1e-9) : 0;
            grower.Slopes[row] = example.Weight * (float)(held - free[own]);
            grower.Curvatures[row] = example.Weight * (float)Math.Max(free[own] * (1 - free[own]), 1e-6);
        }
    }

    /// <summary>Adds a tree with leaves rounded as they will be stored, and updates the scores of all examples.</summary>
    private void Keep(GrownTree tree, int own)
    {
        _values.AddRange(tree.Values.Select(value => (byte)value));
        _thresholds.AddRange(tree.Values.Zip(tree.Bins, (value, bin) => bin == GrownTree.NoSplit ? float.PositiveInfinity : _bins[value].EdgeAbove(bin)));
        var leaves = tree.Leaves.Select(leaf => (short)Math.Clamp(Math.Round(leaf * _settings.Rate / TreeEnsemble.Step), short.MinValue, short.MaxValue)).ToArray();
        _leaves.AddRange(leaves);
        for (var row = 0; row < _examples.Count; row++)
        {
            _scores[(row * _classes) + own] += leaves[tree.LeafOf(_bins, row)] * (double)TreeEnsemble.Step;
        }
    }
}
