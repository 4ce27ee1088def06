namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>Trained parameters of the mention tagger. Immutable and thread-safe.</summary>
/// <param name="Chain">Linear scores of the tags, and of the transitions between them.</param>
/// <param name="Net">Net whose scores are added to those of the tags.</param>
internal sealed record TaggerModel(ChainModel Chain, TaggerNet Net);
