using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Mining;

/// <summary>What to mine.</summary>
public sealed record MiningOptions
{
    /// <summary>How many candidates, or null for all. The default is 300, what one sitting can review.</summary>
    public int? Limit { get; init; } = 300;

    /// <summary>Only concepts of this type, or null for all.</summary>
    public ConceptType? Type { get; init; }
}
