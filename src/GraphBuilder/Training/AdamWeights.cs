using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Training;

/// <summary>Weights of one layer with their gradient, trained by Adam (Kingma and Ba 2015).</summary>
internal sealed class AdamWeights
{
    private const float MeanDecay = 0.9f;

    private const float SquareDecay = 0.999f;

    private const float Smallest = 1e-6f;

    private readonly float[] _means;
    private readonly float[] _squares;
    private float _meanPower = 1;
    private float _squarePower = 1;

    /// <summary>Initialises <paramref name="count"/> weights, a multiple of eight, uniformly from ±<paramref name="range"/>.</summary>
    public AdamWeights(int count, float range, SplitMix random)
    {
        Values = new float[count];
        Gradient = new float[count];
        _means = new float[count];
        _squares = new float[count];
        for (var at = 0; at < count && range > 0; at++)
        {
            Values[at] = ((2 * random.NextShare()) - 1) * range;
        }
    }

    /// <summary>The weights.</summary>
    public float[] Values { get; }

    /// <summary>Gradient of the loss by weight; cleared by <see cref="Step"/>.</summary>
    public float[] Gradient { get; }

    /// <summary>One step against the gradient.</summary>
    public void Step(float rate)
    {
        _meanPower *= MeanDecay;
        _squarePower *= SquareDecay;
        var step = Vector256.Create(rate / (1 - _meanPower));
        var unbias = Vector256.Create(1 / (1 - _squarePower));
        ref var value = ref MemoryMarshal.GetArrayDataReference(Values);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(_means);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(Gradient);
        for (nuint at = 0; at < (nuint)Values.Length; at += 8)
        {
            var slope = Vector256.LoadUnsafe(ref gradient, at);
            var means = (Vector256.LoadUnsafe(ref mean, at) * MeanDecay) + (slope * (1 - MeanDecay));
            var squares = (Vector256.LoadUnsafe(ref square, at) * SquareDecay) + (slope * slope * (1 - SquareDecay));
            means.StoreUnsafe(ref mean, at);
            squares.StoreUnsafe(ref square, at);
            (Vector256.LoadUnsafe(ref value, at) - (step * means / (Vector256.Sqrt(squares * unbias) + Vector256.Create(Smallest)))).StoreUnsafe(ref value, at);
            Vector256<float>.Zero.StoreUnsafe(ref gradient, at);
        }
    }
}
