namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Buffers of the tagger that one thread reuses from paper to paper.</summary>
internal sealed class TaggerScratch
{
    private float[] _emissions = [];

    /// <summary>Token atoms.</summary>
    public TokenAtomReader Atoms { get; } = new();

    /// <summary>What spellings add to the scores of the chain.</summary>
    public WordSums Words { get; } = new(ChainScorer.SumsAWord);

    /// <summary>Rows of features of several words.</summary>
    public JointRows Joint { get; } = new();

    /// <summary>Chain inference.</summary>
    public ChainLattice Lattice { get; } = new();

    /// <summary>Units of the net.</summary>
    public NetScratch Net { get; } = new();

    /// <summary>Segments of the sentence at hand.</summary>
    public List<ChainSegment> Segments { get; } = [];

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
}
