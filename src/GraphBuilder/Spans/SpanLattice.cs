using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Forward-backward inference in a linear chain over any number of labels (Lafferty, McCallum and Pereira 2001, "Conditional random fields"), with probabilities scaled per token.
/// The extraction's tagger has its own lattice, specialised for nine tags. Buffers are reused; not thread-safe.
/// </summary>
internal sealed class SpanLattice(SpanTags tags)
{
    private readonly double[] _potentials = new double[tags.Transitions];
    private double[] _local = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scale = [];
    private int _length;

    /// <summary>Marginal probability of each tag, row by token; valid for the last run.</summary>
    public double[] Marginals { get; private set; } = [];

    /// <summary>Computes <see cref="Marginals"/>.</summary>
    /// <param name="scores">Score of each tag, row by token.</param>
    /// <param name="transitions">Transition weights, row by earlier tag; the last row is the start of a text.</param>
    public void Run(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions)
    {
        _length = scores.Length / tags.Count;
        Grow();
        for (var at = 0; at < _potentials.Length; at++)
        {
            _potentials[at] = tags.MayFollow(at) ? Exponential.Of(transitions[at]) : 0;
        }

        for (var token = 0; token < _length; token++)
        {
            ReadScores(token, scores.Slice(token * tags.Count, tags.Count));
            Forward(token);
        }

        _backward.AsSpan((_length - 1) * tags.Count, tags.Count).Fill(1);
        for (var token = _length - 2; token >= 0; token--)
        {
            Backward(token);
        }

        for (var cell = 0; cell < scores.Length; cell++)
        {
            Marginals[cell] = _forward[cell] * _backward[cell];
        }
    }

    /// <summary>Probability in the last run of the transition between two tags into a token other than the first.</summary>
    public double TransitionMarginal(int token, int earlier, int tag)
    {
        var at = token * tags.Count;
        return _forward[at - tags.Count + earlier] * Step(token, earlier, tag) * _backward[at + tag];
    }

    /// <summary>
    /// Adds every span whose posterior in the last run, over all taggings of the text, reaches <paramref name="least"/> (Culotta and McCallum 2004, "Confidence estimation for
    /// information extraction").
    /// </summary>
    public void AddStretches(double least, List<SpanStretch> stretches)
    {
        for (var first = 0; first < _length; first++)
        {
            for (var label = 0; label < tags.Labels; label++)
            {
                if (Marginals[(first * tags.Count) + SpanTags.Single(label)] is var single && single >= least)
                {
                    stretches.Add(new SpanStretch(first, first + 1, label, single));
                }

                if (Marginals[(first * tags.Count) + SpanTags.Begin(label)] >= least)
                {
                    AddStretches(first, label, least, stretches);
                }
            }
        }
    }

    private void AddStretches(int first, int label, double least, List<SpanStretch> stretches)
    {
        var (tag, weight) = (SpanTags.Begin(label), _forward[(first * tags.Count) + SpanTags.Begin(label)]);
        for (var token = first + 1; token < _length; token++)
        {
            var ends = weight * Step(token, tag, SpanTags.End(label)) * _backward[(token * tags.Count) + SpanTags.End(label)];
            if (ends >= least)
            {
                stretches.Add(new SpanStretch(first, token + 1, label, ends));
            }

            weight *= Step(token, tag, SpanTags.Inside(label));
            tag = SpanTags.Inside(label);
            if (weight * _backward[(token * tags.Count) + tag] < least)
            {
                return;
            }
        }
    }

    /// <summary>Scaled weight of the step from a tag to a tag of the token.</summary>
    private double Step(int token, int earlier, int tag) => _potentials[(earlier * tags.Count) + tag] * _local[(token * tags.Count) + tag] / _scale[token];

    private void ReadScores(int token, ReadOnlySpan<float> scores)
    {
        var max = scores[0];
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        for (var tag = 0; tag < scores.Length; tag++)
        {
            _local[(token * tags.Count) + tag] = token + 1 < _length || SpanTags.MayEnd(tag) ? Exponential.Of(scores[tag] - max) : 0;
        }
    }

    private void Forward(int token)
    {
        var (own, sum) = (token * tags.Count, 0.0);
        for (var tag = 0; tag < tags.Count; tag++)
        {
            var weight = token == 0 ? _potentials[(tags.Count * tags.Count) + tag] : 0;
            for (var earlier = 0; token > 0 && earlier < tags.Count; earlier++)
            {
                weight += _forward[own - tags.Count + earlier] * _potentials[(earlier * tags.Count) + tag];
            }

            sum += _forward[own + tag] = weight * _local[own + tag];
        }

        _scale[token] = sum;
        for (var tag = 0; tag < tags.Count; tag++)
        {
            _forward[own + tag] /= sum;
        }
    }

    private void Backward(int token)
    {
        var own = token * tags.Count;
        for (var tag = 0; tag < tags.Count; tag++)
        {
            var weight = 0.0;
            for (var later = 0; later < tags.Count; later++)
            {
                weight += _potentials[(tag * tags.Count) + later] * _local[own + tags.Count + later] * _backward[own + tags.Count + later];
            }

            _backward[own + tag] = weight / _scale[token + 1];
        }
    }

    private void Grow()
    {
        if (_scale.Length < _length)
        {
            var room = Math.Max(_length, 128);
            _local = new double[room * tags.Count];
            _forward = new double[room * tags.Count];
            _backward = new double[room * tags.Count];
            Marginals = new double[room * tags.Count];
            _scale = new double[room];
        }
    }
}

/// <summary>A candidate span of one entity.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Label">Index of the label.</param>
/// <param name="Posterior">Probability of the span, 0..1.</param>
internal readonly record struct SpanStretch(int First, int End, int Label, double Posterior);
