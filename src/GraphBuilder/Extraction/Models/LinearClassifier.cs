using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Models;

/// <summary>
/// A multinomial logistic model over hashed features with 8-bit weights. Immutable and thread-safe.
/// </summary>
[SkipLocalsInit]
internal sealed class LinearClassifier
{
    private readonly sbyte[] _weights;
    private readonly float _scale;
    private readonly SparseRows? _rows;

    /// <summary>Creates the classifier from quantised weights.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="scale">Value of one quantisation step of a weight.</param>
    /// <param name="weights">One row of <paramref name="classes"/> weights per feature; the number of rows is a power of two.</param>
    public LinearClassifier(int classes, float scale, sbyte[] weights)
    {
        if (weights.Length % classes != 0 || !BitOperations.IsPow2(weights.Length / classes))
        {
            throw new InvalidDataException($"a classifier of {classes} classes cannot have {weights.Length} weights");
        }

        Classes = classes;
        _scale = scale;
        _weights = weights;
        _rows = classes <= SparseRows.Width ? new SparseRows(weights, classes) : null;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Value of one quantisation step of a weight.</summary>
    public float Scale => _scale;

    /// <summary>The weights, one row per feature.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>Writes the probability of each class.</summary>
    public void Predict(ReadOnlySpan<uint> features, Span<double> probabilities)
    {
        Span<int> sums = stackalloc int[Math.Max(Classes, SparseRows.Width)];
        if (_rows is not null)
        {
            _rows.Sum(features, sums);
        }
        else
        {
            Sum(features, sums[..Classes]);
        }

        for (var at = 0; at < Classes; at++)
        {
            probabilities[at] = sums[at] * (double)_scale;
        }

        Normalise(probabilities[..Classes]);
    }

    private void Sum(ReadOnlySpan<uint> features, Span<int> sums)
    {
        sums.Clear();
        var mask = (uint)(_weights.Length / Classes) - 1;
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & mask) * Classes, Classes);
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += row[at];
            }
        }
    }

    /// <summary>Turns scores into probabilities in place (softmax).</summary>
    public static void Normalise(Span<double> scores)
    {
        var max = double.NegativeInfinity;
        foreach (var score in scores)
        {
            max = double.MaxNative(max, score);
        }

        ref var first = ref MemoryMarshal.GetReference(scores);
        var at = 0;
        for (; at + Vector256<double>.Count <= scores.Length; at += Vector256<double>.Count)
        {
            Exponential.Of(Vector256.LoadUnsafe(ref first, (nuint)at) - Vector256.Create(max)).StoreUnsafe(ref first, (nuint)at);
        }

        for (; at < scores.Length; at++)
        {
            scores[at] = Exponential.Of(scores[at] - max);
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
