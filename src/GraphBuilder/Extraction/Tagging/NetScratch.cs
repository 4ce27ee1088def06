using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Buffers of <see cref="TaggerNet"/> that one thread reuses.</summary>
internal sealed class NetScratch
{
    /// <summary>Rare words whose part is kept: a paper names its own words again and again.</summary>
    private const int RareWords = 256;

    private readonly float[] _rare = new float[RareWords * TaggerNet.Window * TaggerNet.Hidden];
    private readonly int[] _rareWords = [.. Enumerable.Repeat(-1, RareWords)];
    private float[] _units = [];
    private float[] _top = [];
    private byte[] _active = [];
    private int[] _activeCounts = [];

    /// <summary>Makes room for a sentence.</summary>
    public void Begin(int tokens)
    {
        if (_activeCounts.Length < tokens)
        {
            var room = Math.Max(tokens, 128);
            _activeCounts = new int[room];
            _units = new float[room * TaggerNet.Hidden];
            _top = new float[room * TaggerNet.Top];
            _active = new byte[room * TaggerNet.Hidden];
        }
    }

    /// <summary>Room for what a rare word adds to the first layer; it holds that already where <paramref name="known"/>.</summary>
    public Span<float> Rare(int word, out bool known)
    {
        var slot = word % RareWords;
        known = _rareWords[slot] == word;
        _rareWords[slot] = word;
        return _rare.AsSpan(slot * TaggerNet.Window * TaggerNet.Hidden, TaggerNet.Window * TaggerNet.Hidden);
    }

    /// <summary>Hidden units of a token.</summary>
    public Span<float> Units(int token) => _units.AsSpan(token * TaggerNet.Hidden, TaggerNet.Hidden);

    /// <summary>Second-layer sums of a token.</summary>
    public Span<float> Top(int token) => _top.AsSpan(token * TaggerNet.Top, TaggerNet.Top);

    /// <summary>Lists the hidden units of a token that are above zero.</summary>
    public void KeepActive(int token)
    {
        ref var unit = ref MemoryMarshal.GetReference(Units(token));
        ref var kept = ref _active[token * TaggerNet.Hidden];
        var count = 0;
        for (var first = 0; first < TaggerNet.Hidden; first += 8)
        {
            for (var bits = Vector256.GreaterThan(Vector256.LoadUnsafe(ref unit, (nuint)first), Vector256<float>.Zero).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                Unsafe.Add(ref kept, count++) = (byte)(first + BitOperations.TrailingZeroCount(bits));
            }
        }

        _activeCounts[token] = count;
    }

    /// <summary>The numbers of a token's hidden units that are above zero, ascending.</summary>
    public ReadOnlySpan<byte> Active(int token) => _active.AsSpan(token * TaggerNet.Hidden, _activeCounts[token]);
}
