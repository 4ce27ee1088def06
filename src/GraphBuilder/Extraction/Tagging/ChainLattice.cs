using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Inference in a linear chain (Lafferty, McCallum and Pereira 2001, "Conditional random fields"): marginals of tags and posteriors of segments by forward and backward sums.
/// Works on probabilities scaled per token; buffers grow and are reused, so one object serves one thread.
/// </summary>
internal sealed class ChainLattice
{
    private double[] _local = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scale = [];
    private int _length;

    /// <summary>Marginal of each tag, row by token; valid for the last run.</summary>
    public double[] Marginals { get; private set; } = [];

    /// <summary>
    /// Fills <see cref="Marginals"/> for a sentence.
    /// </summary>
    /// <param name="emissions">Score of each tag, row by token.</param>
    /// <param name="transitions">Exponentiated transition weights, row by earlier tag; row <see cref="TagSet.Count"/> begins a sentence. Forbidden ones are 0.</param>
    /// <param name="allowed">Tags that a token may have, or empty where all may.</param>
    /// <returns>Log of the total weight.</returns>
    public double Run(ReadOnlySpan<float> emissions, ReadOnlySpan<double> transitions, ReadOnlySpan<ushort> allowed)
    {
        var length = emissions.Length / TagSet.Count;
        Grow(length);
        _length = length;
        var total = Local(emissions, allowed, length);
        for (var token = 0; token < length; token++)
        {
            total += Forward(transitions, token);
        }

        var last = _backward.AsSpan((length - 1) * TagSet.Count, TagSet.Count);
        last.Fill(1);
        for (var token = length - 2; token >= 0; token--)
        {
            Backward(transitions, token);
        }

        for (var cell = 0; cell < length * TagSet.Count; cell++)
        {
            Marginals[cell] = _forward[cell] * _backward[cell];
        }

        return total;
    }

    private double Local(ReadOnlySpan<float> emissions, ReadOnlySpan<ushort> allowed, int length)
    {
        var total = 0.0;
        for (var token = 0; token < length; token++)
        {
            var row = emissions.Slice(token * TagSet.Count, TagSet.Count);
            var max = row[0];
            foreach (var score in row)
            {
                max = Math.Max(max, score);
            }

            total += max;
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                var may = allowed.IsEmpty || (allowed[token] & (1 << tag)) != 0;
                _local[(token * TagSet.Count) + tag] = may ? Exponential.Of(row[tag] - max) : 0;
            }
        }

        return total;
    }

    private double Forward(ReadOnlySpan<double> transitions, int token)
    {
        var at = token * TagSet.Count;
        var sum = 0.0;
        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            var into = 0.0;
            if (token == 0)
            {
                into = transitions[(TagSet.Count * TagSet.Count) + tag];
            }
            else
            {
                for (var earlier = 0; earlier < TagSet.Count; earlier++)
                {
                    into += _forward[at - TagSet.Count + earlier] * transitions[(earlier * TagSet.Count) + tag];
                }
            }

            sum += _forward[at + tag] = into * _local[at + tag];
        }

        _scale[token] = sum;
        var inverse = sum > 0 ? 1 / sum : 0;
        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            _forward[at + tag] *= inverse;
        }

        return Math.Log(sum);
    }

    private void Backward(ReadOnlySpan<double> transitions, int token)
    {
        var at = token * TagSet.Count;
        var inverse = _scale[token + 1] > 0 ? 1 / _scale[token + 1] : 0;
        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            var sum = 0.0;
            for (var later = 0; later < TagSet.Count; later++)
            {
                sum += transitions[(tag * TagSet.Count) + later] * _local[at + TagSet.Count + later] * _backward[at + TagSet.Count + later];
            }

            _backward[at + tag] = sum * inverse;
        }
    }

    /// <summary>Expected number of the transition between two tags at a token, given the last run; what a trainer needs.</summary>
    public double TransitionMarginal(ReadOnlySpan<double> transitions, int token, int earlier, int tag)
    {
        var at = token * TagSet.Count;
        return _forward[at - TagSet.Count + earlier] * transitions[(earlier * TagSet.Count) + tag] * _local[at + tag] * _backward[at + tag] / _scale[token];
    }

    /// <summary>
    /// Visits every segment of the last run whose posterior reaches <paramref name="least"/>: the probability that a mention of one kind begins at one token and ends
    /// at another, over all taggings of the sentence (constrained forward-backward, Culotta and McCallum 2004, "Confidence estimation for information extraction").
    /// </summary>
    /// <param name="transitions">Those of the run.</param>
    /// <param name="longest">Most tokens of a segment.</param>
    /// <param name="least">Posteriors below are not reported.</param>
    /// <param name="segments">Takes them, by first token.</param>
    public void Segments(ReadOnlySpan<double> transitions, int longest, double least, List<ChainSegment> segments)
    {
        for (var first = 0; first < _length; first++)
        {
            for (var kind = 0; kind < TagSet.Kinds; kind++)
            {
                if (Marginals[(first * TagSet.Count) + TagSet.Begin(kind)] >= least)
                {
                    Segments(transitions, new ChainSegment(first, first, kind, 0), Math.Min(_length, first + longest), least, segments);
                }
            }
        }
    }

    private void Segments(ReadOnlySpan<double> transitions, ChainSegment begin, int limit, double least, List<ChainSegment> segments)
    {
        var inside = TagSet.Inside(begin.Kind);
        var tag = TagSet.Begin(begin.Kind);
        var weight = _forward[(begin.First * TagSet.Count) + tag];
        for (var token = begin.First; token < limit; token++)
        {
            var at = token * TagSet.Count;
            var onward = token + 1 < _length ? transitions[(tag * TagSet.Count) + inside] * _local[at + TagSet.Count + inside] / _scale[token + 1] : 0;
            var goesOn = onward == 0 ? 0 : onward * _backward[at + TagSet.Count + inside];
            var posterior = weight * (_backward[at + tag] - goesOn);
            if (posterior >= least)
            {
                segments.Add(begin with { End = token + 1, Posterior = posterior });
            }

            weight *= onward;
            tag = inside;
            if (weight * (token + 1 < _length ? _backward[at + TagSet.Count + inside] : 0) < least)
            {
                return;
            }
        }
    }

    private void Grow(int length)
    {
        if (_scale.Length < length)
        {
            var room = Math.Max(length, 128);
            _local = new double[room * TagSet.Count];
            _forward = new double[room * TagSet.Count];
            _backward = new double[room * TagSet.Count];
            Marginals = new double[room * TagSet.Count];
            _scale = new double[room];
        }
    }
}

/// <summary>A stretch of a sentence that may be one mention.</summary>
/// <param name="First">First token, from the beginning of the sentence.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Kind">Kind of <see cref="TagSet"/>.</param>
/// <param name="Posterior">0..1 over all taggings.</param>
internal readonly record struct ChainSegment(int First, int End, int Kind, double Posterior);
