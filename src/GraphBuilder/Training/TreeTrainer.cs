using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Training;

/// <summary>One example of a tree ensemble.</summary>
/// <param name="Values">Dense values, as many in every example.</param>
/// <param name="Allowed">Bit c: class c is right. Several where readers accept several.</param>
/// <param name="Weight">How much the example counts.</param>
internal readonly record struct TreeExample(float[] Values, int Allowed, float Weight);

/// <summary>How many trees and how large.</summary>
/// <param name="Rounds">Trees a class.</param>
/// <param name="Depth">Decisions from root to leaf.</param>
/// <param name="Rate">Share of a Newton step that a leaf takes (shrinkage).</param>
internal sealed record TreeTraining(int Rounds, int Depth, float Rate);

/// <summary>
/// Learns boosted trees by second-order steps towards the total probability of the allowed classes (Chen and Guestrin 2016, "XGBoost"; Cour, Sapp and Taskar 2011 for
/// several right classes), each tree on a random part of examples and values (Friedman 2002, "Stochastic gradient boosting"). One thread; the same bits each time.
/// </summary>
internal sealed class TreeTrainer
{
    /// <summary>Share of the examples that a round sees.</summary>
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

    /// <summary>Learns an ensemble; an empty one where there is nothing to learn from.</summary>
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

    /// <summary>Probabilities of all classes at the current scores.</summary>
    private void Normalise()
    {
        _scores.CopyTo(_free, 0);
        for (var row = 0; row < _examples.Count; row++)
        {
            LinearClassifier.Normalise(_free.AsSpan(row * _classes, _classes));
        }
    }

    /// <summary>Slope and curvature of the likelihood for one class.</summary>
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

    /// <summary>Rounds the leaves as they will be stored and moves the scores of all examples by them.</summary>
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
