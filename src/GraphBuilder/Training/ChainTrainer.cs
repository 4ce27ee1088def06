using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>A sentence to train on.</summary>
/// <param name="Rows">Feature rows of all tokens, concatenated.</param>
/// <param name="Ends">End of each token's rows in <paramref name="Rows"/>.</param>
/// <param name="Allowed">Mask of the tags that each token may have.</param>
internal sealed record ChainExample(int[] Rows, int[] Ends, ushort[] Allowed);

/// <summary>Training settings of the chain.</summary>
/// <param name="Epochs">Passes over the examples.</param>
/// <param name="Rate">AdaGrad learning rate.</param>
/// <param name="Seed">Seed for the order of the examples.</param>
internal sealed record ChainTraining(int Epochs, float Rate, ulong Seed);

/// <summary>Trains the linear chain: a conditional random field, by stochastic steps along <see cref="ChainGradient"/> (AdaGrad). Single-threaded and bit-reproducible.</summary>
internal sealed class ChainTrainer
{
    /// <summary>Floats per row: the tags, padded to one cache line.</summary>
    public const int Stride = 16;

    /// <summary>A smaller gradient changes nothing that eight bits can represent.</summary>
    private const float Negligible = 1e-4f;

    private readonly ChainTraining _settings;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly ChainGradient _gradient;
    private float[] _emissions = [];
    private float[] _differences = [];

    /// <summary>Allocates weights for <paramref name="rows"/> feature rows.</summary>
    public ChainTrainer(int rows, ChainTraining settings)
    {
        _settings = settings;
        _weights = new float[rows * Stride];
        _squares = new float[rows * Stride];
        Array.Fill(_squares, 1e-2f);
        _gradient = new ChainGradient(settings.Rate);
    }

    /// <summary>Trains and returns the quantised weights.</summary>
    public ChainModel Train(IReadOnlyList<ChainExample> examples, CancellationToken cancellation)
    {
        var random = new SplitMix(_settings.Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < _settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            random.Shuffle<int>(order);
            foreach (var example in order)
            {
                Step(examples[example]);
            }
        }

        return Quantise();
    }

    private ChainModel Quantise()
    {
        var rounded = new sbyte[_weights.Length / Stride * TagSet.Count];
        for (var at = 0; at < rounded.Length; at++)
        {
            rounded[at] = Quantiser.Round(_weights[(at / TagSet.Count * Stride) + (at % TagSet.Count)]);
        }

        return new ChainModel(Quantiser.Scale, rounded, _gradient.Transitions);
    }

    private void Step(ChainExample example)
    {
        var rows = example.Rows;
        Emit(rows, example.Ends);
        var cells = example.Ends.Length * TagSet.Count;
        _gradient.Step(_emissions.AsSpan(0, cells), example.Allowed, _differences);
        Span<float> gradient = stackalloc float[Stride];
        gradient.Clear();
        for (var token = 0; token < example.Ends.Length; token++)
        {
            _differences.AsSpan(token * TagSet.Count, TagSet.Count).CopyTo(gradient);
            if (gradient.IndexOfAnyExceptInRange(-Negligible, Negligible) >= 0)
            {
                var first = token == 0 ? 0 : example.Ends[token - 1];
                Update(rows.AsSpan(first, example.Ends[token] - first), gradient);
            }
        }
    }

    /// <summary>Sums the rows of each token into one score per tag.</summary>
    private void Emit(int[] rows, int[] ends)
    {
        if (_emissions.Length < ends.Length * TagSet.Count)
        {
            _emissions = new float[ends.Length * TagSet.Count * 2];
            _differences = new float[_emissions.Length];
        }

        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        Span<float> sums = stackalloc float[Stride];
        var at = 0;
        for (var token = 0; token < ends.Length; token++)
        {
            var low = Vector256<float>.Zero;
            var high = Vector256<float>.Zero;
            for (; at < ends[token]; at++)
            {
                var offset = (nuint)rows[at] * Stride;
                low += Vector256.LoadUnsafe(ref weight, offset);
                high += Vector256.LoadUnsafe(ref weight, offset + 8);
            }

            low.CopyTo(sums);
            high.CopyTo(sums[8..]);
            sums[..TagSet.Count].CopyTo(_emissions.AsSpan(token * TagSet.Count));
        }
    }

    private void Update(ReadOnlySpan<int> rows, ReadOnlySpan<float> gradient)
    {
        var low = Vector256.Create(gradient[..8]);
        var high = Vector256.Create(gradient[8..]);
        var (lowSquare, highSquare) = (low * low, high * high);
        low *= _settings.Rate;
        high *= _settings.Rate;
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_squares);
        foreach (var row in rows)
        {
            var at = (nuint)row * Stride;
            var sum = Vector256.LoadUnsafe(ref square, at) + lowSquare;
            sum.StoreUnsafe(ref square, at);
            (Vector256.LoadUnsafe(ref weight, at) + (low / Vector256.Sqrt(sum))).StoreUnsafe(ref weight, at);
            sum = Vector256.LoadUnsafe(ref square, at + 8) + highSquare;
            sum.StoreUnsafe(ref square, at + 8);
            (Vector256.LoadUnsafe(ref weight, at + 8) + (high / Vector256.Sqrt(sum))).StoreUnsafe(ref weight, at + 8);
        }
    }
}
