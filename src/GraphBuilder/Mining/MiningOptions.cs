using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Mining;

/// <summary>Options of mining.</summary>
public sealed record MiningOptions
{
    /// <summary>Maximum number of candidates, or null for all. The default is 300, about one review session.</summary>
    public int? Limit { get; init; } = 300;

    /// <summary>Limits mining to concepts of this type; null for all.</summary>
    public ConceptType? Type { get; init; }
}
