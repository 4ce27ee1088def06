namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Reusable buffers of the tagger; one object per thread.</summary>
internal sealed class TaggerScratch
{
    private float[] _emissions = [];

    /// <summary>Token atoms.</summary>
    public TokenAtomReader Atoms { get; } = new();

    /// <summary>Contributions of spellings to the scores of the chain.</summary>
    public WordSums Words { get; } = new(ChainScorer.SumsAWord);

    /// <summary>Rows of joint features.</summary>
    public JointRows Joint { get; } = new();

    /// <summary>Chain inference.</summary>
    public ChainLattice Lattice { get; } = new();

    /// <summary>Buffers of the net.</summary>
    public NetScratch Net { get; } = new();

    /// <summary>Segments of the current sentence.</summary>
    public List<ChainSegment> Segments { get; } = [];

    /// <summary>Buffer for one score per tag and token; not cleared.</summary>
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
