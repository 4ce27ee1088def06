using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>
/// Exponentiated scores that <see cref="ChainLattice"/> multiplies, scaled so that the largest of each token is 1. Buffers grow and are reused: one object per thread.
/// </summary>
internal sealed class TokenWeights
{
    /// <summary>Doubles per row: one per tag, padded with zeros to three vectors.</summary>
    public const int Stride = 12;

    private double[] _values = [];
    private double[] _last = [];

    /// <summary>Sum of the largest scores of all tokens, whose weights are 1.</summary>
    public double Peaks { get; private set; }

    /// <summary>A weight by index: one row of <see cref="Stride"/> per token.</summary>
    public double this[int at] => _values[at];

    /// <summary>The first weight of a token.</summary>
    public ref double First(int token) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), token * Stride);

    /// <summary>Exponentiates scores; parameters as for <see cref="ChainLattice.Run"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ReadOnlySpan<float> emissions, ReadOnlySpan<ushort> allowed)
    {
        var length = emissions.Length / TagSet.Count;
        Grow(length);
        var peaks = 0.0;
        for (var token = 0; token < length; token++)
        {
            var row = emissions.Slice(token * TagSet.Count, TagSet.Count);
            var scores = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row));
            var max = float.MaxNative(Lanes.Max(scores), row[TagSet.Count - 1]);
            peaks += max;
            var (low, middle) = Vector256.Widen(scores - Vector256.Create(max));
            ref var to = ref First(token);
            Exponential.Of(low).StoreUnsafe(ref to);
            Exponential.Of(middle).StoreUnsafe(ref to, 4);
            _last[token] = row[TagSet.Count - 1] - max;
        }

        Peaks = peaks;
        ReadLast(length);
        for (var token = 0; token < allowed.Length; token++)
        {
            Forbid(token, allowed[token]);
        }
    }

    /// <summary>Exponentiates the last tag, which does not fill a vector, for four tokens at once.</summary>
    private void ReadLast(int length)
    {
        for (var token = 0; token < length; token += 4)
        {
            var last = Exponential.Of(Vector256.LoadUnsafe(ref _last[token]));
            for (var at = 0; at < Math.Min(4, length - token); at++)
            {
                _values[((token + at) * Stride) + TagSet.Count - 1] = last[at];
            }
        }
    }

    /// <summary>Sets the weights of forbidden tags to 0.</summary>
    private void Forbid(int token, int allowed)
    {
        var weights = _values.AsSpan(token * Stride, TagSet.Count);
        for (var tag = 0; tag < TagSet.Count; tag++)
        {
            weights[tag] = (allowed & (1 << tag)) != 0 ? weights[tag] : 0;
        }
    }

    private void Grow(int length)
    {
        if (_last.Length < length + 4)
        {
            var room = Math.Max(length, 128);
            _values = new double[room * Stride];
            _last = new double[room + 4];
        }
    }
}
