using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Extraction.Tagging;

namespace Stemma.GraphBuilder.Training;

/// <summary>One paper for <see cref="RoleNetTrainer"/>.</summary>
/// <param name="View">What the net sees.</param>
/// <param name="Allowed">Roles that readers accept, a bit each; 0 for a concept that nobody listed.</param>
/// <param name="Weights">How much each concept counts.</param>
internal sealed record RoleNetExample(RoleView View, int[] Allowed, float[] Weights);

/// <summary>
/// Learns a <see cref="RoleNet"/> towards the total probability of the roles that readers accept (Cour, Sapp and Taskar 2011), a paper a step: dense layers by Adam (Kingma and Ba 2015), rows by AdaGrad
/// (Duchi, Hazan and Singer 2011); the word vectors stay as they are. One thread; the same bits each time.
/// </summary>
internal sealed class RoleNetTrainer
{
    private const int Epochs = 6;

    private const float Rate = 1e-3f;

    private const float RowRate = 20;

    private const float Dropout = 0.3f;

    private readonly WordVectors _words;
    private readonly SplitMix _random = new(11);
    private readonly AdamWeights _first;
    private readonly AdamWeights _firstBias = new(RoleNet.Hidden, 0, new SplitMix(0));
    private readonly AdamWeights _second;
    private readonly AdamWeights _topBias = new(RoleNet.Top, 0, new SplitMix(0));
    private readonly AdamWeights _out;
    private readonly AdamWeights _outBias = new(RoleClassifier.Roles, 0, new SplitMix(0));
    private readonly RowWeights _tokenRows = new(RoleView.TableRows, RoleNet.Hidden);
    private readonly RowWeights _mentionRows = new(RoleView.TableRows, RoleNet.Top);
    private readonly List<MentionPass> _mentions = [];
    private float[] _vectors = [];
    private float[] _units = [];
    private float[] _unitGradients = [];

    private RoleNetTrainer(WordVectors words)
    {
        _words = words;
        _first = new AdamWeights(RoleNet.Hidden * words.Dimensions, MathF.Sqrt(3f / words.Dimensions), _random);
        _second = new AdamWeights(RoleNet.Pooled * RoleNet.Top, MathF.Sqrt(3f / RoleNet.Pooled), _random);
        _out = new AdamWeights(RoleClassifier.Roles * RoleNet.Top, MathF.Sqrt(3f / RoleNet.Top), _random);
    }

    /// <summary>Learns from papers.</summary>
    public static RoleNet Train(WordVectors words, IReadOnlyList<RoleNetExample> papers, CancellationToken cancellation)
    {
        var trainer = new RoleNetTrainer(words);
        var order = Enumerable.Range(0, papers.Count).ToArray();
        var (done, total) = (0, Epochs * papers.Count);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            trainer._random.Shuffle<int>(order);
            foreach (var paper in order)
            {
                cancellation.ThrowIfCancellationRequested();
                trainer.Learn(papers[paper], Rate * (1 - (done++ / (float)total)));
            }
        }

        return new RoleNet(words, trainer.Weights());
    }

    private void Learn(RoleNetExample paper, float rate)
    {
        RunTokens(paper.View);
        for (var concept = 0; concept < paper.Allowed.Length; concept++)
        {
            if (paper.Allowed[concept] != 0)
            {
                Learn(paper.View, concept, paper.Allowed[concept], paper.Weights[concept]);
            }
        }

        BackThroughTokens(paper.View);
        foreach (var layer in (ReadOnlySpan<AdamWeights>)[_first, _firstBias, _second, _topBias, _out, _outBias])
        {
            layer.Step(rate);
        }

        _tokenRows.Step(rate * RowRate);
        _mentionRows.Step(rate * RowRate);
    }

    private void RunTokens(RoleView view)
    {
        if (_units.Length < view.Tokens * RoleNet.Hidden)
        {
            _units = new float[view.Tokens * RoleNet.Hidden * 2];
            _unitGradients = new float[_units.Length];
            _vectors = new float[view.Tokens * _words.Dimensions * 2];
        }

        _unitGradients.AsSpan(0, view.Tokens * RoleNet.Hidden).Clear();
        _vectors.AsSpan(0, view.Tokens * _words.Dimensions).Clear();
        for (var token = 0; token < view.Tokens; token++)
        {
            if (view.Words[token] >= 0)
            {
                TaggerNet.Widen(_words[view.Words[token]], _vectors.AsSpan(token * _words.Dimensions, _words.Dimensions));
            }
        }

        Lanes.Multiply(_vectors, _words.Dimensions, view.Tokens, _first.Values, _words.Dimensions, _firstBias.Values, _units.AsSpan(0, view.Tokens * RoleNet.Hidden));
        for (var token = 0; token < view.Tokens; token++)
        {
            var units = _units.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);
            foreach (var row in view.RowsOf(token))
            {
                Lanes.Add(_tokenRows.Row(row), units);
            }

            Rectify(units);
        }
    }

    private void Learn(RoleView view, int concept, int allowed, float weight)
    {
        var (first, end) = view.MentionsOf(concept);
        Span<float> most = stackalloc float[RoleNet.Top];
        Span<int> mostOf = stackalloc int[RoleNet.Top];
        most.Clear();
        mostOf.Fill(-1);
        for (var mention = first; mention < end; mention++)
        {
            var pass = PassOf(mention - first);
            Run(view, mention, pass);
            for (var unit = 0; unit < RoleNet.Top; unit++)
            {
                if (pass.Top[unit] > most[unit])
                {
                    (most[unit], mostOf[unit]) = (pass.Top[unit], mention - first);
                }
            }
        }

        Span<float> gradient = stackalloc float[RoleNet.Top];
        BackFromRoles(most, allowed, weight, gradient);
        for (var mention = first; mention < end; mention++)
        {
            var pass = _mentions[mention - first];
            pass.TopGradient.AsSpan().Clear();
            for (var unit = 0; unit < RoleNet.Top; unit++)
            {
                pass.TopGradient[unit] = mostOf[unit] == mention - first ? gradient[unit] / (1 - Dropout) : 0;
            }

            Back(view, mention, pass);
        }
    }

    private MentionPass PassOf(int at)
    {
        while (_mentions.Count <= at)
        {
            _mentions.Add(new MentionPass());
        }

        return _mentions[at];
    }

    private void Run(RoleView view, int mention, MentionPass pass)
    {
        pass.Pooled.AsSpan().Clear();
        pass.Source.AsSpan().Fill(-1);
        foreach (var (token, place) in view.SlotsOf(mention))
        {
            var units = _units.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);
            for (var unit = 0; unit < RoleNet.Hidden; unit++)
            {
                var at = (place * RoleNet.Hidden) + unit;
                if (units[unit] > pass.Pooled[at])
                {
                    (pass.Pooled[at], pass.Source[at]) = (units[unit], token);
                }
            }
        }

        _topBias.Values.AsSpan().CopyTo(pass.Top);
        foreach (var row in view.MentionRowsOf(mention))
        {
            Lanes.Add(_mentionRows.Row(row), pass.Top);
        }

        for (var at = 0; at < RoleNet.Pooled; at++)
        {
            if (pass.Pooled[at] > 0)
            {
                Lanes.Add(pass.Pooled[at], _second.Values.AsSpan(at * RoleNet.Top, RoleNet.Top), pass.Top);
            }
        }

        Rectify(pass.Top);
    }

    private void BackFromRoles(ReadOnlySpan<float> most, int allowed, float weight, Span<float> gradient)
    {
        Span<double> scores = stackalloc double[RoleClassifier.Roles];
        for (var role = 0; role < scores.Length; role++)
        {
            scores[role] = _outBias.Values[role] + Lanes.Dot(most, _out.Values.AsSpan(role * RoleNet.Top, RoleNet.Top));
        }

        LinearClassifier.Normalise(scores);
        var right = 1e-9;
        for (var role = 0; role < scores.Length; role++)
        {
            right += (allowed & (1 << role)) != 0 ? scores[role] : 0;
        }

        gradient.Clear();
        for (var role = 0; role < scores.Length; role++)
        {
            var slope = weight * (float)(scores[role] - ((allowed & (1 << role)) != 0 ? scores[role] / right : 0));
            _outBias.Gradient[role] += slope;
            Lanes.Add(slope, most, _out.Gradient.AsSpan(role * RoleNet.Top, RoleNet.Top));
            Lanes.Add(slope, _out.Values.AsSpan(role * RoleNet.Top, RoleNet.Top), gradient);
        }
    }

    private void Back(RoleView view, int mention, MentionPass pass)
    {
        if (pass.TopGradient.AsSpan().IndexOfAnyExcept(0f) < 0)
        {
            return;
        }

        Lanes.Add(pass.TopGradient, _topBias.Gradient);
        foreach (var row in view.MentionRowsOf(mention))
        {
            Lanes.Add(pass.TopGradient, _mentionRows.GradientOf(row));
        }

        for (var at = 0; at < RoleNet.Pooled; at++)
        {
            if (pass.Pooled[at] > 0)
            {
                Lanes.Add(pass.Pooled[at], pass.TopGradient, _second.Gradient.AsSpan(at * RoleNet.Top, RoleNet.Top));
                _unitGradients[(pass.Source[at] * RoleNet.Hidden) + (at % RoleNet.Hidden)] += Lanes.Dot(pass.TopGradient, _second.Values.AsSpan(at * RoleNet.Top, RoleNet.Top)) / (1 - Dropout);
            }
        }
    }

    private void BackThroughTokens(RoleView view)
    {
        for (var token = 0; token < view.Tokens; token++)
        {
            var gradient = _unitGradients.AsSpan(token * RoleNet.Hidden, RoleNet.Hidden);
            if (gradient.IndexOfAnyExcept(0f) < 0)
            {
                continue;
            }

            Lanes.Add(gradient, _firstBias.Gradient);
            foreach (var row in view.RowsOf(token))
            {
                Lanes.Add(gradient, _tokenRows.GradientOf(row));
            }

            var vector = _vectors.AsSpan(token * _words.Dimensions, _words.Dimensions);
            for (var unit = 0; unit < gradient.Length && view.Words[token] >= 0; unit++)
            {
                if (gradient[unit] != 0)
                {
                    Lanes.Add(gradient[unit], vector, _first.Gradient.AsSpan(unit * vector.Length, vector.Length));
                }
            }
        }
    }

    /// <summary>Rectified units, some of them left out and the others made larger for it (Srivastava et al. 2014).</summary>
    private void Rectify(Span<float> units)
    {
        const int UnitsADraw = 8;
        const ulong Limit = (ulong)((1 - Dropout) * 256);
        for (var first = 0; first < units.Length; first += UnitsADraw)
        {
            var bits = _random.Next();
            for (var at = first; at < first + UnitsADraw; at++, bits >>= 8)
            {
                units[at] = (bits & 255) < Limit ? Math.Max(0, units[at]) / (1 - Dropout) : 0;
            }
        }
    }

    private RoleNetWeights Weights()
    {
        var (tokens, tokenScale) = _tokenRows.Quantise();
        var (mentions, mentionScale) = _mentionRows.Quantise();
        return new RoleNetWeights(Halves(_first), Halves(_firstBias), tokens, tokenScale, Halves(_second), Halves(_topBias), mentions, mentionScale, Halves(_out), Halves(_outBias));
    }

    /// <summary>Rounded to what a model file keeps.</summary>
    private static float[] Halves(AdamWeights layer) => [.. layer.Values.Select(value => (float)(Half)value)];

    /// <summary>One mention on its way through the net and back.</summary>
    private sealed class MentionPass
    {
        public float[] Pooled { get; } = new float[RoleNet.Pooled];

        public int[] Source { get; } = new int[RoleNet.Pooled];

        public float[] Top { get; } = new float[RoleNet.Top];

        public float[] TopGradient { get; } = new float[RoleNet.Top];
    }
}
