using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Inference in a linear chain (Lafferty, McCallum and Pereira 2001, "Conditional random fields"): marginals by forward and backward sums, the best path by Viterbi.
/// Works on probabilities scaled per token; buffers grow and are reused, so one object serves one thread.
/// </summary>
internal sealed class ChainLattice
{
    private double[] _local = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scale = [];
    private byte[] _from = [];

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

    /// <summary>The most probable path, written to <paramref name="tags"/>.</summary>
    /// <param name="emissions">Score of each tag, row by token.</param>
    /// <param name="transitions">Transition weights (not exponentiated), forbidden ones negative infinity.</param>
    /// <param name="tags">One tag a token.</param>
    public void Decode(ReadOnlySpan<float> emissions, ReadOnlySpan<float> transitions, Span<byte> tags)
    {
        var length = tags.Length;
        Grow(length);
        Span<float> best = stackalloc float[TagSet.Count];
        Span<float> next = stackalloc float[TagSet.Count];
        for (var token = 0; token < length; token++)
        {
            var row = emissions.Slice(token * TagSet.Count, TagSet.Count);
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                var (score, origin) = token == 0 ? (transitions[(TagSet.Count * TagSet.Count) + tag], (byte)0) : BestInto(best, transitions, tag);
                next[tag] = score + row[tag];
                _from[(token * TagSet.Count) + tag] = origin;
            }

            next.CopyTo(best);
        }

        var at = 0;
        for (var tag = 1; tag < TagSet.Count; tag++)
        {
            at = best[tag] > best[at] ? tag : at;
        }

        for (var token = length - 1; token >= 0; token--)
        {
            tags[token] = (byte)at;
            at = _from[(token * TagSet.Count) + at];
        }
    }

    private static (float Score, byte Origin) BestInto(ReadOnlySpan<float> best, ReadOnlySpan<float> transitions, int tag)
    {
        var score = float.NegativeInfinity;
        var origin = (byte)0;
        for (var earlier = 0; earlier < TagSet.Count; earlier++)
        {
            var candidate = best[earlier] + transitions[(earlier * TagSet.Count) + tag];
            if (candidate > score)
            {
                (score, origin) = (candidate, (byte)earlier);
            }
        }

        return (score, origin);
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

    private void Grow(int length)
    {
        if (_scale.Length < length)
        {
            var room = Math.Max(length, 128);
            _local = new double[room * TagSet.Count];
            _forward = new double[room * TagSet.Count];
            _backward = new double[room * TagSet.Count];
            Marginals = new double[room * TagSet.Count];
            _from = new byte[room * TagSet.Count];
            _scale = new double[room];
        }
    }
}
