namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>What the mention tagger learnt. Immutable and thread-safe.</summary>
/// <param name="Chain">Linear scores of tags, and what joins them.</param>
/// <param name="Net">Scores that are added to them.</param>
internal sealed record TaggerModel(ChainModel Chain, TaggerNet Net);
