namespace Stemma.GraphBuilder.Training;

/// <summary>One value of all examples in at most <see cref="Most"/> bins: one bin per distinct value if they are few enough, otherwise bins of about equal size.</summary>
internal sealed class ValueBins
{
    /// <summary>Maximum number of bins.</summary>
    public const int Most = 64;

    private readonly float[] _edges;

    /// <summary>Bins the value with index <paramref name="value"/> of all examples.</summary>
    public ValueBins(IReadOnlyList<TreeExample> examples, int value)
    {
        var sorted = examples.Select(example => example.Values[value]).Order().ToArray();
        var distinct = sorted.Distinct().Take(Most + 1).ToArray();
        _edges = distinct.Length <= Most
            ? [.. distinct.Skip(1).Select((next, at) => (distinct[at] + next) / 2)]
            : [.. Enumerable.Range(1, Most - 1).Select(part => sorted[(int)((long)part * sorted.Length / Most)]).Distinct()];
        Of = [.. examples.Select(example => Bin(example.Values[value]))];
    }

    /// <summary>Bin of each example.</summary>
    public byte[] Of { get; }

    /// <summary>Inclusive upper edge of a bin.</summary>
    public float EdgeAbove(int bin) => _edges[bin];

    private byte Bin(float value)
    {
        var at = Array.BinarySearch(_edges, value);
        return (byte)(at < 0 ? ~at : at);
    }
}
