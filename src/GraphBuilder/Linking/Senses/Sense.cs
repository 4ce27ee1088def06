namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>One meaning of a short name: what a bare use of it may be assigned to.</summary>
internal sealed class Sense
{
    /// <summary>The node it leads to: the cluster of a long form, or a key made for the paper that coins the name.</summary>
    public required int Node { get; init; }

    /// <summary>Papers that define the name in this sense, lexicon credit included.</summary>
    public required int Support { get; init; }

    /// <summary>True where the lexicon knows it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Uses as a dataset or benchmark less uses as something else.</summary>
    public int Resources { get; set; }

    /// <summary>Papers that use the name, or its long form, in this sense for certain.</summary>
    public List<int> Papers { get; } = [];

    /// <summary>Those of them that introduce it.</summary>
    public List<int> Coiners { get; } = [];

    /// <summary>What stands around it in those papers.</summary>
    public ContextProfile Profile { get; } = new();

    /// <summary>Earliest year of those papers, or null.</summary>
    public int? FirstYear { get; set; }
}
