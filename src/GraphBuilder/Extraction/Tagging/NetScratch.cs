namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Buffers of <see cref="TaggerNet"/> that one thread reuses.</summary>
internal sealed class NetScratch
{
    private readonly List<float[]> _rare = [];
    private (int Unit, float Value)[] _active = [];
    private int[] _activeCounts = [];
    private int[] _rareOf = [];
    private int _rareCount;

    /// <summary>Word of each token of the sentence.</summary>
    public int[] Words { get; private set; } = [];

    /// <summary>Makes room for a sentence.</summary>
    public void Begin(int tokens)
    {
        if (Words.Length < tokens)
        {
            var room = Math.Max(tokens, 128);
            Words = new int[room];
            _rareOf = new int[room];
            _activeCounts = new int[room];
            _active = new (int Unit, float Value)[room * TaggerNet.Hidden];
        }

        _rareCount = 0;
    }

    /// <summary>Room for what the rare word at a token adds to the first layer.</summary>
    public Span<float> AddRare(int token)
    {
        if (_rareCount == _rare.Count)
        {
            _rare.Add(new float[TaggerNet.Window * TaggerNet.Hidden]);
        }

        _rareOf[token] = _rareCount;
        return _rare[_rareCount++];
    }

    /// <summary>What the rare word at a token adds to the first layer.</summary>
    public ReadOnlySpan<float> Rare(int token) => _rare[_rareOf[token]];

    /// <summary>Keeps the hidden units of a token that are above zero.</summary>
    public void KeepActive(int token, ReadOnlySpan<float> units)
    {
        var kept = _active.AsSpan(token * TaggerNet.Hidden, TaggerNet.Hidden);
        var count = 0;
        for (var unit = 0; unit < units.Length; unit++)
        {
            kept[count] = (unit, units[unit]);
            count += units[unit] > 0 ? 1 : 0;
        }

        _activeCounts[token] = count;
    }

    /// <summary>The hidden units of a token that are above zero.</summary>
    public ReadOnlySpan<(int Unit, float Value)> Active(int token) => _active.AsSpan(token * TaggerNet.Hidden, _activeCounts[token]);
}
