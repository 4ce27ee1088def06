namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>One meaning of a short name, to which a bare use of the name can be assigned.</summary>
internal sealed class Sense
{
    /// <summary>Its node: the cluster of a long form, or a key created for the paper that coins the name.</summary>
    public required int Node { get; init; }

    /// <summary>Number of papers that define the name in this sense, including the weight of a lexicon entry.</summary>
    public required int Support { get; init; }

    /// <summary>True if the lexicon lists it.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Uses as a dataset or benchmark minus uses as something else.</summary>
    public int Resources { get; set; }

    /// <summary>Papers that certainly use the name, or its long form, in this sense.</summary>
    public List<int> Papers { get; } = [];

    /// <summary>Those of these papers that introduce it.</summary>
    public List<int> Coiners { get; } = [];

    /// <summary>The summed context of those papers.</summary>
    public ContextProfile Profile { get; } = new();

    /// <summary>Earliest year of those papers, or null.</summary>
    public int? FirstYear { get; set; }
}
