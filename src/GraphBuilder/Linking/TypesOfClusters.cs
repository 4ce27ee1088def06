using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking;

/// <summary>The most frequent type of each cluster; datasets and benchmarks count as one. One pass over the mentions.</summary>
internal sealed class TypesOfClusters
{
    private static readonly int TypeCount = Enum.GetValues<ConceptType>().Length;

    private readonly AliasClusters _clusters;
    private readonly int[] _votes;

    /// <summary>Counts for the clusters in their current state.</summary>
    public TypesOfClusters(NameCensus census, AliasClusters clusters)
    {
        _clusters = clusters;
        _votes = new int[census.Names.KeyCount * TypeCount];
        foreach (var mention in census.Mentions)
        {
            var type = mention.Type == ConceptType.Benchmark ? ConceptType.Dataset : mention.Type;
            _votes[(clusters.Of(mention.Anchor) * TypeCount) + (int)type]++;
        }
    }

    /// <summary>True if the clusters of two keys have the same type.</summary>
    public bool Agree(int first, int second) => TypeOf(first) == TypeOf(second);

    private int TypeOf(int key)
    {
        var votes = _votes.AsSpan(_clusters.Of(key) * TypeCount, TypeCount);
        var best = 0;
        for (var type = 1; type < votes.Length; type++)
        {
            best = votes[type] > votes[best] ? type : best;
        }

        return best;
    }
}
