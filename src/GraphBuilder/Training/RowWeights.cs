using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Training;

/// <summary>A sparse table of rows, few of which occur in an example, trained by AdaGrad (Duchi, Hazan and Singer 2011).</summary>
internal sealed class RowWeights(int rows, int width)
{
    /// <summary>Limits the first steps of a row.</summary>
    private const float Damping = 0.1f;

    private readonly float[] _values = new float[rows * width];
    private readonly float[] _squares = new float[rows * width];
    private readonly float[] _gradients = new float[rows * width];
    private readonly SortedSet<int> _touched = [];

    /// <summary>The weights of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * width, width);

    /// <summary>The gradient accumulator of a row, consumed by the next step.</summary>
    public Span<float> GradientOf(int row)
    {
        _touched.Add(row);
        return _gradients.AsSpan(row * width, width);
    }

    /// <summary>One step against the gradients, which are then cleared.</summary>
    public void Step(float rate)
    {
        var rates = Vector256.Create(rate);
        var damping = Vector256.Create(Damping);
        ref var value = ref MemoryMarshal.GetArrayDataReference(_values);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(_gradients);
        foreach (var row in _touched)
        {
            for (var at = (nuint)(row * width); at < (nuint)((row + 1) * width); at += 8)
            {
                var slope = Vector256.LoadUnsafe(ref gradient, at);
                var squares = Vector256.LoadUnsafe(ref square, at) + (slope * slope);
                squares.StoreUnsafe(ref square, at);
                (Vector256.LoadUnsafe(ref value, at) - (rates * slope / (Vector256.Sqrt(squares) + damping))).StoreUnsafe(ref value, at);
                Vector256<float>.Zero.StoreUnsafe(ref gradient, at);
            }
        }

        _touched.Clear();
    }

    /// <summary>The table in eight bits, with the weight of one quantisation step.</summary>
    public (sbyte[] Values, float Scale) Quantise()
    {
        var scale = Math.Max(_values.Max(Math.Abs), 1e-6f) / sbyte.MaxValue;
        return ([.. _values.Select(value => (sbyte)MathF.Round(value / scale))], scale);
    }
}
