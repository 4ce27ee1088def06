namespace Stemma.GraphBuilder.Training;

/// <summary>Counts hashed features, so that rare ones can be excluded and their rows are left to others.</summary>
internal sealed class FeatureCounts
{
    private const int Bits = 24;

    private readonly byte[] _counts = new byte[1 << Bits];

    /// <summary>Adds one to the count of each feature, up to 255.</summary>
    public void Add(ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            ref var count = ref _counts[feature & ((1 << Bits) - 1)];
            count = (byte)Math.Min(byte.MaxValue, count + 1);
        }
    }

    /// <summary>True if the feature was counted at least <paramref name="least"/> times.</summary>
    public bool Reaches(uint feature, int least) => _counts[feature & ((1 << Bits) - 1)] >= least;
}
