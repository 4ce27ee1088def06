using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;

namespace Stemma.GraphBuilder.Spans;

/// <summary>Training settings of a net.</summary>
/// <param name="Epochs">Passes over the texts.</param>
/// <param name="Rate">Adam learning rate, which decays linearly to 0.</param>
/// <param name="Dropout">Share of hidden units dropped in a step (Srivastava et al. 2014).</param>
/// <param name="InputDropout">Share of inputs dropped in a step.</param>
/// <param name="RowRate">Factor on the learning rate of feature rows, which are updated rarely.</param>
/// <param name="Batch">Texts per step.</param>
internal sealed record SpanNetSettings(int Epochs, float Rate, float Dropout, float InputDropout, float RowRate, int Batch);

/// <summary>Trains a <see cref="SpanNet"/> along <see cref="SpanGradient"/>. Single-threaded and bit-reproducible.</summary>
internal sealed class SpanNetTrainer
{
    private const float TransitionRate = 0.1f;

    private readonly SpanTags _tags;
    private readonly SpanNetSettings _settings;
    private readonly SplitMix _random;
    private readonly SpanGradient _gradient;
    private readonly AdamWeights _first;
    private readonly AdamWeights _firstBias;
    private readonly AdamWeights _out;
    private readonly AdamWeights _outBias;
    private readonly RowWeights _rows = new(SpanNet.TableRows, SpanNet.Hidden);

    private SpanNetTrainer(SpanTags tags, int inputs, SpanNetSettings settings, ulong seed)
    {
        (_tags, _settings, _random) = (tags, settings, new SplitMix(seed));
        _gradient = new SpanGradient(tags, TransitionRate);
        var width = SpanNet.Window * inputs;

        // Uniform initialisation that preserves the variance of the units (He et al. 2015).
        _first = new AdamWeights(SpanNet.Hidden * width, MathF.Sqrt(3f / width), _random);
        _firstBias = new AdamWeights(SpanNet.Hidden, 0, _random);
        _out = new AdamWeights(tags.Count * SpanNet.Hidden, MathF.Sqrt(3f / SpanNet.Hidden), _random);
        _outBias = new AdamWeights((tags.Count + 7) / 8 * 8, 0, _random);
    }

    /// <summary>Trains a net; the seed determines the initial weights, dropout and the order of the texts.</summary>
    public static SpanNet Train(SpanTags tags, int inputs, IReadOnlyList<SpanExample> examples, SpanNetSettings settings, ulong seed, CancellationToken cancellation)
    {
        var trainer = new SpanNetTrainer(tags, inputs, settings, seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (done, total) = (0, settings.Epochs * examples.Count);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            trainer._random.Shuffle<int>(order);
            foreach (var batch in order.Chunk(settings.Batch))
            {
                foreach (var at in batch)
                {
                    trainer.Learn(examples[at]);
                }

                trainer.Move(settings.Rate * (1 - (done / (float)total)));
                done += batch.Length;
            }
        }

        return trainer.Net();
    }

    private SpanNet Net()
    {
        var (rows, scale) = _rows.Quantise();
        return new SpanNet(_tags, Halves(_first), Halves(_firstBias), rows, scale, Halves(_out), Halves(_outBias)[.._tags.Count], _gradient.Transitions);
    }

    /// <summary>The weights rounded to half precision, as stored in a file.</summary>
    private static float[] Halves(AdamWeights layer) => [.. layer.Values.Select(value => (float)(Half)value)];

    private void Move(float rate)
    {
        foreach (var layer in (ReadOnlySpan<AdamWeights>)[_first, _firstBias, _out, _outBias])
        {
            layer.Step(rate);
        }

        _rows.Step(rate * _settings.RowRate);
    }

    private void Learn(SpanExample example)
    {
        var count = example.Gold.Length;
        var inputs = Thinned(example.Text.Inputs);
        var units = new float[count * SpanNet.Hidden];
        Forward(example.Text, inputs, units);
        var scores = new float[count * _tags.Count];
        for (var cell = 0; cell < scores.Length; cell++)
        {
            var tag = cell % _tags.Count;
            scores[cell] = _outBias.Values[tag] + Lanes.Dot(units.AsSpan(cell / _tags.Count * SpanNet.Hidden, SpanNet.Hidden), _out.Values.AsSpan(tag * SpanNet.Hidden, SpanNet.Hidden));
        }

        var differences = new float[scores.Length];
        _gradient.Step(scores, example.Gold, differences);
        Backward(example.Text, inputs, units, differences);
    }

    private float[] Thinned(float[] inputs)
    {
        if (_settings.InputDropout == 0)
        {
            return inputs;
        }

        var thinned = new float[inputs.Length];
        var (limit, grow) = ((ulong)(_settings.InputDropout * 256), 1 / (1 - _settings.InputDropout));
        for (var first = 0; first < inputs.Length; first += 8)
        {
            var bits = _random.Next();
            for (var at = first; at < first + 8; at++, bits >>= 8)
            {
                thinned[at] = (bits & 255) < limit ? 0 : inputs[at] * grow;
            }
        }

        return thinned;
    }

    private void Forward(SpanSequence text, float[] inputs, float[] units)
    {
        var width = _first.Values.Length / SpanNet.Hidden;
        Lanes.Multiply(inputs, width / SpanNet.Window, text.Tokens.Length, _first.Values, width, _firstBias.Values, units);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            foreach (var row in text.RowsOf(token))
            {
                Lanes.Add(_rows.Row(row), units.AsSpan(token * SpanNet.Hidden, SpanNet.Hidden));
            }
        }

        var (limit, grow) = ((ulong)(_settings.Dropout * 256), 1 / (1 - _settings.Dropout));
        for (var first = 0; first < units.Length; first += 8)
        {
            var bits = _random.Next();
            for (var at = first; at < first + 8; at++, bits >>= 8)
            {
                units[at] = (bits & 255) < limit ? 0 : Math.Max(0, units[at]) * grow;
            }
        }
    }

    private void Backward(SpanSequence text, float[] inputs, float[] units, float[] differences)
    {
        Span<float> gradient = stackalloc float[SpanNet.Hidden];
        var width = _first.Values.Length / SpanNet.Hidden;
        var grow = 1 / (1 - _settings.Dropout);
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            var own = units.AsSpan(token * SpanNet.Hidden, SpanNet.Hidden);
            gradient.Clear();
            for (var tag = 0; tag < _tags.Count; tag++)
            {
                var difference = differences[(token * _tags.Count) + tag];
                _outBias.Gradient[tag] -= difference;
                Lanes.Add(-difference, own, _out.Gradient.AsSpan(tag * SpanNet.Hidden, SpanNet.Hidden));
                Lanes.Add(-difference, _out.Values.AsSpan(tag * SpanNet.Hidden, SpanNet.Hidden), gradient);
            }

            for (var unit = 0; unit < gradient.Length; unit++)
            {
                gradient[unit] = own[unit] > 0 ? gradient[unit] * grow : 0;
                if (gradient[unit] != 0)
                {
                    Lanes.Add(gradient[unit], inputs.AsSpan(token * (width / SpanNet.Window), width), _first.Gradient.AsSpan(unit * width, width));
                }
            }

            Lanes.Add(gradient, _firstBias.Gradient);
            foreach (var row in text.RowsOf(token))
            {
                Lanes.Add(gradient, _rows.GradientOf(row));
            }
        }
    }
}
