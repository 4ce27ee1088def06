using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Reusable buffers of <see cref="TaggerNet"/>; one object per thread.</summary>
internal sealed class NetScratch
{
    /// <summary>Tokens scored at once.</summary>
    public const int Quartet = 4;

    private float[] _units = [];
    private float[] _top = [];
    private byte[] _active = [];
    private int[] _activeCounts = [];
    private int[] _words = [];

    /// <summary>Contributions of the rows of each spelling to the hidden units, in quantisation steps.</summary>
    public WordSums Spelt { get; } = new(TaggerNet.Hidden);

    /// <summary>Makes room for a sentence.</summary>
    public void Begin(int tokens)
    {
        if (_activeCounts.Length < tokens)
        {
            var room = Math.Max(tokens, 128);
            _activeCounts = new int[room];
            _words = new int[room];
            _units = new float[room * TaggerNet.Hidden];
            _top = new float[(room + Quartet) * TaggerNet.Top];
            _active = new byte[(room + 1) * TaggerNet.Hidden];
        }
    }

    /// <summary>Indices of the word vectors of a sentence.</summary>
    public Span<int> Words(int count) => _words.AsSpan(0, count);

    /// <summary>Hidden units of a token.</summary>
    public Span<float> Units(int token) => _units.AsSpan(token * TaggerNet.Hidden, TaggerNet.Hidden);

    /// <summary>Second-layer sums of a token.</summary>
    public Span<float> Top(int token) => _top.AsSpan(token * TaggerNet.Top, TaggerNet.Top);

    /// <summary>Second-layer sums of a token and the next three; meaningless beyond the sentence.</summary>
    public Span<float> Tops(int token) => _top.AsSpan(token * TaggerNet.Top, Quartet * TaggerNet.Top);

    /// <summary>Lists the hidden units of a token that are above zero.</summary>
    public void KeepActive(int token) => _activeCounts[token] = ActiveUnits.Find(Units(token), _active.AsSpan(token * TaggerNet.Hidden));

    /// <summary>Indices of a token's hidden units that are above zero, ascending.</summary>
    public ReadOnlySpan<byte> Active(int token) => _active.AsSpan(token * TaggerNet.Hidden, _activeCounts[token]);
}
