namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Buffers of the tagger that one thread reuses from paper to paper.</summary>
internal sealed class TaggerScratch
{
    private float[] _emissions = [];
    private byte[] _tags = [];

    /// <summary>Token atoms.</summary>
    public TokenAtomReader Atoms { get; } = new();

    /// <summary>Chain inference.</summary>
    public ChainLattice Lattice { get; } = new();

    /// <summary>Room for one score a tag and token.</summary>
    public Span<float> Emissions(int tokens)
    {
        var size = tokens * TagSet.Count;
        if (_emissions.Length < size)
        {
            _emissions = new float[Math.Max(size, 1024)];
        }

        return _emissions.AsSpan(0, size);
    }

    /// <summary>Room for one tag a token.</summary>
    public Span<byte> Tags(int tokens)
    {
        if (_tags.Length < tokens)
        {
            _tags = new byte[Math.Max(tokens, 128)];
        }

        return _tags.AsSpan(0, tokens);
    }
}
