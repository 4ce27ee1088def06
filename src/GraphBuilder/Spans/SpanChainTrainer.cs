using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Training;

namespace Stemma.GraphBuilder.Spans;

/// <summary>Training settings of the chain.</summary>
/// <param name="Epochs">Passes over the texts.</param>
/// <param name="Rate">AdaGrad learning rate.</param>
/// <param name="Dropout">Share of the features dropped in a step (Srivastava et al. 2014); scores are not rescaled.</param>
internal sealed record SpanChainSettings(int Epochs, float Rate, float Dropout);

/// <summary>Trains a <see cref="SpanChain"/> along <see cref="SpanGradient"/>, one step per text. Single-threaded and bit-reproducible.</summary>
internal sealed class SpanChainTrainer
{
    private const int RowBits = 18;

    private const int LeastCount = 2;

    private const ulong Seed = 7;

    private readonly SpanTags _tags;
    private readonly SpanChainSettings _settings;
    private readonly FeatureCounts _counts = new();
    private readonly SpanGradient _gradient;
    private readonly SplitMix _random = new(Seed);
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly List<int> _rows = [];
    private readonly List<int> _ends = [];

    private SpanChainTrainer(SpanTags tags, SpanChainSettings settings)
    {
        (_tags, _settings) = (tags, settings);
        _gradient = new SpanGradient(tags, settings.Rate);
        _weights = new float[tags.Count << RowBits];
        _squares = new float[_weights.Length];
        Array.Fill(_squares, 1e-2f);
    }

    /// <summary>Trains a chain.</summary>
    public static SpanChain Train(SpanTags tags, IReadOnlyList<SpanExample> examples, SpanChainSettings settings, CancellationToken cancellation)
    {
        var trainer = new SpanChainTrainer(tags, settings);
        foreach (var example in examples)
        {
            trainer._counts.Add(example.Text.Features);
        }

        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            trainer._random.Shuffle<int>(order);
            foreach (var at in order)
            {
                trainer.Step(examples[at]);
            }
        }

        return new SpanChain(tags, [.. trainer._weights.Select(Quantiser.Round)], Quantiser.Scale, trainer._gradient.Transitions);
    }

    private void Step(SpanExample example)
    {
        Choose(example.Text);
        var cells = example.Gold.Length * _tags.Count;
        var scores = new float[cells];
        var differences = new float[cells];
        for (var token = 0; token < example.Gold.Length; token++)
        {
            foreach (var row in Rows(token))
            {
                for (var tag = 0; tag < _tags.Count; tag++)
                {
                    scores[(token * _tags.Count) + tag] += _weights[(row * _tags.Count) + tag];
                }
            }
        }

        _gradient.Step(scores, example.Gold, differences);
        for (var token = 0; token < example.Gold.Length; token++)
        {
            Update(token, differences.AsSpan(token * _tags.Count, _tags.Count));
        }
    }

    /// <summary>Selects the rows of features that are frequent enough and not dropped.</summary>
    private void Choose(SpanSequence text)
    {
        _rows.Clear();
        _ends.Clear();
        for (var token = 0; token < text.Ends.Length; token++)
        {
            foreach (var feature in text.FeaturesOf(token))
            {
                if (_counts.Reaches(feature, LeastCount) && _random.NextShare() >= _settings.Dropout)
                {
                    _rows.Add((int)(feature & ((1 << RowBits) - 1)));
                }
            }

            _ends.Add(_rows.Count);
        }
    }

    private ReadOnlySpan<int> Rows(int token)
        => CollectionsMarshal.AsSpan(_rows)[(token == 0 ? 0 : _ends[token - 1]).._ends[token]];

    private void Update(int token, ReadOnlySpan<float> differences)
    {
        foreach (var row in Rows(token))
        {
            for (var tag = 0; tag < differences.Length; tag++)
            {
                var at = (row * _tags.Count) + tag;
                _squares[at] += differences[tag] * differences[tag];
                _weights[at] += _settings.Rate * differences[tag] / MathF.Sqrt(_squares[at]);
            }
        }
    }
}
