using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Forward-backward inference in a linear chain (Lafferty, McCallum and Pereira 2001, "Conditional random fields"): marginals of tags and posteriors of segments. Works on
/// probabilities rescaled at each token. All tags are computed in parallel lanes, each summed over its neighbours in ascending order, so every processor gives the same bits.
/// Buffers grow and are reused: one object per thread.
/// </summary>
internal sealed class ChainLattice
{
    private const int Stride = TokenWeights.Stride;

    private readonly TokenWeights _weights = new();
    private readonly double[] _onward = new double[(TagSet.Count + 1) * Stride];
    private readonly double[] _back = new double[TagSet.Count * Stride];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _scale = [];
    private int _length;

    /// <summary>Marginal of each tag, one row per token, of the last run over one sentence.</summary>
    public double[] Marginals { get; private set; } = [];

    /// <summary>Fills <see cref="Marginals"/> for a sentence and returns the log of the total weight; for training.</summary>
    /// <param name="emissions">Score of each tag, one row per token.</param>
    /// <param name="transitions">Exponentiated transition weights, one row per earlier tag; row <see cref="TagSet.Count"/> is for the start of a sentence. 0 if forbidden.</param>
    /// <param name="allowed">Bit mask of the tags allowed at each token; empty if all are.</param>
    public double Run(ReadOnlySpan<float> emissions, ReadOnlySpan<double> transitions, ReadOnlySpan<ushort> allowed)
    {
        Infer(emissions, transitions, allowed);
        var total = _weights.Peaks;
        for (var token = 0; token < _length; token++)
        {
            total += Math.Log(_scale[token]);
        }

        return total;
    }

    /// <summary>Fills <see cref="Marginals"/> for a sentence; parameters as for <see cref="Run"/>.</summary>
    public void Infer(ReadOnlySpan<float> emissions, ReadOnlySpan<double> transitions, ReadOnlySpan<ushort> allowed)
    {
        Infer(emissions, transitions, allowed, [new TokenRange(0, emissions.Length / TagSet.Count)]);
        for (var token = 0; token < _length; token++)
        {
            for (var tag = 0; tag < TagSet.Count; tag++)
            {
                Marginals[(token * TagSet.Count) + tag] = _forward[(token * Stride) + tag] * _backward[(token * Stride) + tag];
            }
        }
    }

    /// <summary>
    /// Runs over the sentences of a paper, interleaved token by token: each token depends on the one before it, so the processor overlaps the latencies of several sentences.
    /// <see cref="Marginals"/> are not filled; other parameters as for <see cref="Run"/>.
    /// </summary>
    public void Infer(ReadOnlySpan<float> emissions, ReadOnlySpan<double> transitions, ReadOnlySpan<ushort> allowed, ReadOnlySpan<TokenRange> sentences)
    {
        _length = emissions.Length / TagSet.Count;
        Grow(_length);
        Arrange(transitions);
        _weights.Read(emissions, allowed);
        var longest = 0;
        foreach (var sentence in sentences)
        {
            longest = Math.Max(longest, sentence.Count);
        }

        for (var step = 0; step < longest; step++)
        {
            foreach (var sentence in sentences)
            {
                if (step < sentence.Count)
                {
                    Forward(sentence.First + step, begins: step == 0);
                }
            }
        }

        for (var step = 1; step <= longest; step++)
        {
            foreach (var sentence in sentences)
            {
                if (step <= sentence.Count)
                {
                    Backward(sentence.End - step, ends: step == 1);
                }
            }
        }
    }

    /// <summary>Pads the transition rows, and transposes them for the backward pass.</summary>
    private void Arrange(ReadOnlySpan<double> transitions)
    {
        for (var earlier = 0; earlier <= TagSet.Count; earlier++)
        {
            var row = transitions.Slice(earlier * TagSet.Count, TagSet.Count);
            row.CopyTo(_onward.AsSpan(earlier * Stride));
            for (var tag = 0; tag < TagSet.Count && earlier < TagSet.Count; tag++)
            {
                _back[(tag * Stride) + earlier] = row[tag];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(int token, bool begins)
    {
        ref var onward = ref MemoryMarshal.GetArrayDataReference(_onward);
        ref var local = ref _weights.First(token);
        ref var own = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_forward), token * Stride);
        const nuint Begin = TagSet.Count * Stride;
        var (low, middle, high) = (Vector256.LoadUnsafe(ref onward, Begin), Vector256.LoadUnsafe(ref onward, Begin + 4), Vector256.LoadUnsafe(ref onward, Begin + 8));
        if (!begins)
        {
            (low, middle, high) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            ref var before = ref Unsafe.Subtract(ref own, Stride);
            for (nuint earlier = 0; earlier < TagSet.Count; earlier++)
            {
                var weight = Vector256.Create(Unsafe.Add(ref before, earlier));
                low += weight * Vector256.LoadUnsafe(ref onward, earlier * Stride);
                middle += weight * Vector256.LoadUnsafe(ref onward, (earlier * Stride) + 4);
                high += weight * Vector256.LoadUnsafe(ref onward, (earlier * Stride) + 8);
            }
        }

        low *= Vector256.LoadUnsafe(ref local);
        middle *= Vector256.LoadUnsafe(ref local, 4);
        high *= Vector256.LoadUnsafe(ref local, 8);
        var sum = low[0] + low[1] + low[2] + low[3] + middle[0] + middle[1] + middle[2] + middle[3] + high[0];
        _scale[token] = sum;
        var inverse = Vector256.Create(sum > 0 ? 1 / sum : 0);
        (low * inverse).StoreUnsafe(ref own);
        (middle * inverse).StoreUnsafe(ref own, 4);
        (high * inverse).StoreUnsafe(ref own, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(int token, bool ends)
    {
        if (ends)
        {
            _backward.AsSpan(token * Stride, TagSet.Count).Fill(1);
            return;
        }

        ref var back = ref MemoryMarshal.GetArrayDataReference(_back);
        ref var local = ref _weights.First(token + 1);
        ref var own = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_backward), token * Stride);
        ref var behind = ref Unsafe.Add(ref own, Stride);
        var (low, middle, high) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (nuint later = 0; later < TagSet.Count; later++)
        {
            var (weight, rest) = (Vector256.Create(Unsafe.Add(ref local, later)), Vector256.Create(Unsafe.Add(ref behind, later)));
            low += Vector256.LoadUnsafe(ref back, later * Stride) * weight * rest;
            middle += Vector256.LoadUnsafe(ref back, (later * Stride) + 4) * weight * rest;
            high += Vector256.LoadUnsafe(ref back, (later * Stride) + 8) * weight * rest;
        }

        var inverse = Vector256.Create(_scale[token + 1] > 0 ? 1 / _scale[token + 1] : 0);
        (low * inverse).StoreUnsafe(ref own);
        (middle * inverse).StoreUnsafe(ref own, 4);
        (high * inverse).StoreUnsafe(ref own, 8);
    }

    /// <summary>Marginal probability of the transition from <paramref name="earlier"/> to <paramref name="tag"/> at a token after the first, in the last run; for training.</summary>
    public double TransitionMarginal(ReadOnlySpan<double> transitions, int token, int earlier, int tag)
    {
        var at = token * Stride;
        return _forward[at - Stride + earlier] * transitions[(earlier * TagSet.Count) + tag] * _weights[at + tag] * _backward[at + tag] / _scale[token];
    }

    /// <summary>
    /// Appends every segment of a sentence of the last run whose posterior is at least <paramref name="least"/>: the probability, over all taggings of the sentence, that a mention
    /// of one kind begins at one token and ends at another (constrained forward-backward, Culotta and McCallum 2004, "Confidence estimation for information extraction").
    /// </summary>
    /// <param name="transitions">The transitions of the run.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="longest">Maximum number of tokens of a segment.</param>
    /// <param name="least">Minimum posterior.</param>
    /// <param name="segments">Receives the segments, by first token.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Segments(ReadOnlySpan<double> transitions, TokenRange sentence, int longest, double least, List<ChainSegment> segments)
    {
        for (var first = sentence.First; first < sentence.End; first++)
        {
            for (var kind = 0; kind < TagSet.Kinds; kind++)
            {
                var at = (first * Stride) + TagSet.Begin(kind);
                if (_forward[at] * _backward[at] >= least)
                {
                    Segments(transitions, new ChainSegment(first, first, kind, 0), sentence.End, Math.Min(sentence.End, first + longest), least, segments);
                }
            }
        }
    }

    private void Segments(ReadOnlySpan<double> transitions, ChainSegment begin, int end, int limit, double least, List<ChainSegment> segments)
    {
        var inside = TagSet.Inside(begin.Kind);
        var tag = TagSet.Begin(begin.Kind);
        var weight = _forward[(begin.First * Stride) + tag];
        for (var token = begin.First; token < limit; token++)
        {
            var at = token * Stride;
            var onward = token + 1 < end ? transitions[(tag * TagSet.Count) + inside] * _weights[at + Stride + inside] / _scale[token + 1] : 0;
            var goesOn = onward == 0 ? 0 : onward * _backward[at + Stride + inside];
            var posterior = weight * (_backward[at + tag] - goesOn);
            if (posterior >= least)
            {
                segments.Add(begin with { End = token + 1, Posterior = posterior });
            }

            weight *= onward;
            tag = inside;
            if (weight * (token + 1 < end ? _backward[at + Stride + inside] : 0) < least)
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
            _forward = new double[room * Stride];
            _backward = new double[room * Stride];
            Marginals = new double[room * TagSet.Count];
            _scale = new double[room];
        }
    }
}
