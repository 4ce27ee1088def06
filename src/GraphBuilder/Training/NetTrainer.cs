using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>A sentence for <see cref="NetTrainer"/>.</summary>
/// <param name="Words">Index of each token's word vector, -1 for none.</param>
/// <param name="Rows"><see cref="NetFeatures.Count"/> feature rows per token.</param>
/// <param name="Allowed">Mask of the tags that each token may have.</param>
internal sealed record NetExample(int[] Words, int[] Rows, ushort[] Allowed);

/// <summary>Training settings of the net.</summary>
/// <param name="Epochs">Passes over the papers.</param>
/// <param name="Rate">Adam learning rate, which decays linearly to 0.</param>
/// <param name="Dropout">Share of hidden units dropped in a sentence (Srivastava et al. 2014).</param>
/// <param name="WordDropout">Share of word vectors dropped, so that spelling and neighbours learn to stand in for unknown words.</param>
/// <param name="RowRate">Factor on the learning rate of feature rows, which are updated rarely.</param>
internal sealed record NetSettings(int Epochs, float Rate, float Dropout, float WordDropout, float RowRate);

/// <summary>
/// Trains a <see cref="TaggerNet"/> along <see cref="ChainGradient"/>, one step per paper; the word vectors are fixed. Single-threaded and bit-reproducible.
/// </summary>
internal sealed class NetTrainer
{

    private const float TransitionRate = 0.1f;

    private const ulong Seed = 5;

    /// <summary>Smaller gradients are skipped.</summary>
    private const float Negligible = 1e-4f;

    private readonly WordVectors _words;
    private readonly NetSettings _settings;
    private readonly SplitMix _random = new(Seed);
    private readonly ChainGradient _chain = new(TransitionRate);
    private readonly AdamWeights _first;
    private readonly AdamWeights _firstBias;
    private readonly AdamWeights _second;
    private readonly AdamWeights _secondBias;
    private readonly AdamWeights _out;
    private readonly AdamWeights _outBias;
    private readonly RowWeights _rows = new(NetFeatures.Rows, TaggerNet.Hidden);
    private readonly NetActivations _units;

    private NetTrainer(WordVectors words, NetSettings settings)
    {
        _words = words;
        _settings = settings;
        _units = new NetActivations(words.Dimensions);
        var width = TaggerNet.Window * words.Dimensions;

        // Uniform initialisation that preserves the variance of the units (Glorot and Bengio 2010, He et al. 2015).
        _first = new AdamWeights(TaggerNet.Hidden * width, MathF.Sqrt(3f / width), _random);
        _firstBias = new AdamWeights(TaggerNet.Hidden, 0, _random);
        _second = new AdamWeights(TaggerNet.Top * TaggerNet.TopWindow * TaggerNet.Hidden, MathF.Sqrt(6f / (TaggerNet.TopWindow * TaggerNet.Hidden)), _random);
        _secondBias = new AdamWeights(TaggerNet.Top, 0, _random);
        _out = new AdamWeights(TaggerNet.OutStride * TaggerNet.Top, MathF.Sqrt(3f / TaggerNet.Top), _random);
        _outBias = new AdamWeights(TaggerNet.OutStride, 0, _random);
    }

    /// <summary>Trains on papers, each an array of sentences.</summary>
    public static (NetWeights Weights, float[] Transitions) Train(WordVectors words, IReadOnlyList<NetExample[]> papers, NetSettings settings, CancellationToken cancellation)
    {
        var trainer = new NetTrainer(words, settings);
        var order = Enumerable.Range(0, papers.Count).ToArray();
        var (done, total) = (0, settings.Epochs * papers.Count);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            trainer._random.Shuffle<int>(order);
            foreach (var paper in order)
            {
                cancellation.ThrowIfCancellationRequested();
                trainer.Learn(papers[paper], settings.Rate * (1 - (done++ / (float)total)));
            }
        }

        return (trainer.Weights(), trainer._chain.Transitions);
    }

    private void Learn(NetExample[] paper, float rate)
    {
        foreach (var sentence in paper)
        {
            Forward(sentence);
            _chain.Step(_units.Scores(sentence.Words.Length), sentence.Allowed, _units.Differences);
            Backward(sentence);
        }

        foreach (var layer in (ReadOnlySpan<AdamWeights>)[_first, _firstBias, _second, _secondBias, _out, _outBias])
        {
            layer.Step(rate);
        }

        _rows.Step(rate * _settings.RowRate);
    }

    private void Forward(NetExample sentence)
    {
        var count = sentence.Words.Length;
        _units.Begin(count);
        for (var token = 0; token < count; token++)
        {
            if (sentence.Words[token] >= 0 && _random.NextShare() >= _settings.WordDropout)
            {
                TaggerNet.Widen(_words[sentence.Words[token]], _units.Input(token));
            }
        }

        Lanes.Multiply(_units.Inputs, _words.Dimensions, count, _first.Values, TaggerNet.Window * _words.Dimensions, _firstBias.Values, _units.Hidden(0, count));
        for (var token = 0; token < count; token++)
        {
            foreach (var row in RowsOf(sentence, token))
            {
                Lanes.Add(_rows.Row(row), _units.Hidden(token, 1));
            }
        }

        Rectify(_units.Hidden(0, count));
        Lanes.Multiply(_units.HiddenWindows, TaggerNet.Hidden, count, _second.Values, TaggerNet.TopWindow * TaggerNet.Hidden, _secondBias.Values, _units.Top(0, count));
        Rectify(_units.Top(0, count));
        for (var token = 0; token < count; token++)
        {
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                _units.Scores(count)[(token * TagSet.Count) + tag] = _outBias.Values[tag] + Lanes.Dot(_units.Top(token, 1), _out.Values.AsSpan(tag * TaggerNet.Top, TaggerNet.Top));
            }
        }
    }

    /// <summary>Rectifies units and applies inverted dropout: drops some and scales up the others.</summary>
    private void Rectify(Span<float> units)
    {
        const int UnitsADraw = 8;
        var kept = 1 - _settings.Dropout;
        var limit = (ulong)(kept * 256);
        for (var first = 0; first < units.Length; first += UnitsADraw)
        {
            var bits = _random.Next();
            for (var at = first; at < first + UnitsADraw; at++, bits >>= 8)
            {
                units[at] = (bits & 255) < limit ? Math.Max(0, units[at]) / kept : 0;
            }
        }
    }

    private void Backward(NetExample sentence)
    {
        var count = sentence.Words.Length;
        var grow = 1 / (1 - _settings.Dropout);
        for (var token = 0; token < count; token++)
        {
            var differences = _units.Differences.AsSpan(token * TagSet.Count, TagSet.Count);
            if (((ReadOnlySpan<float>)differences).IndexOfAnyExceptInRange(-Negligible, Negligible) >= 0)
            {
                BackThroughTop(token, differences, grow);
            }
        }

        for (var token = 0; token < count; token++)
        {
            var gradient = _units.HiddenGradient(token);
            Gate(gradient, _units.Hidden(token, 1), grow);
            for (var unit = 0; unit < gradient.Length; unit++)
            {
                if (gradient[unit] != 0)
                {
                    _firstBias.Gradient[unit] += gradient[unit];
                    var width = TaggerNet.Window * _words.Dimensions;
                    Lanes.Add(gradient[unit], _units.Inputs.Slice(token * _words.Dimensions, width), _first.Gradient.AsSpan(unit * width, width));
                }
            }

            foreach (var row in RowsOf(sentence, token))
            {
                Lanes.Add(gradient, _rows.GradientOf(row));
            }
        }
    }

    private void BackThroughTop(int token, ReadOnlySpan<float> differences, float grow)
    {
        var top = _units.Top(token, 1);
        Span<float> gradient = stackalloc float[TaggerNet.Top];
        gradient.Clear();
        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            _outBias.Gradient[tag] -= differences[tag];
            Lanes.Add(-differences[tag], top, _out.Gradient.AsSpan(tag * TaggerNet.Top, TaggerNet.Top));
            Lanes.Add(-differences[tag], _out.Values.AsSpan(tag * TaggerNet.Top, TaggerNet.Top), gradient);
        }

        Gate(gradient, top, grow);
        const int Width = TaggerNet.TopWindow * TaggerNet.Hidden;
        var below = _units.HiddenWindows.Slice(token * TaggerNet.Hidden, Width);
        for (var unit = 0; unit < TaggerNet.Top; unit++)
        {
            if (gradient[unit] != 0)
            {
                _secondBias.Gradient[unit] += gradient[unit];
                Lanes.Add(gradient[unit], below, _second.Gradient.AsSpan(unit * Width, Width));
                Lanes.Add(gradient[unit], _second.Values.AsSpan(unit * Width, Width), _units.HiddenWindowGradient(token));
            }
        }
    }

    private static void Gate(Span<float> gradient, ReadOnlySpan<float> units, float grow)
    {
        for (var unit = 0; unit < gradient.Length; unit++)
        {
            gradient[unit] = units[unit] > 0 ? gradient[unit] * grow : 0;
        }
    }

    private static ReadOnlySpan<int> RowsOf(NetExample sentence, int token) => sentence.Rows.AsSpan(token * NetFeatures.Count, NetFeatures.Count);

    private NetWeights Weights()
    {
        var (rows, scale) = _rows.Quantise();
        return new NetWeights(
            Halves(_first), Halves(_firstBias), rows, scale,
            Halves(_second), Halves(_secondBias), [.. Halves(_out).Take(TagSet.Count * TaggerNet.Top)], [.. Halves(_outBias).Take(TagSet.Count)]);
    }

    /// <summary>The weights rounded to half precision, as stored in a model file.</summary>
    private static float[] Halves(AdamWeights layer) => [.. layer.Values.Select(value => (float)(Half)value)];
}
