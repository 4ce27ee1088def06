namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>A stretch of a sentence that may be one mention.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Kind">Kind of <see cref="TagSet"/>.</param>
/// <param name="Posterior">0..1 over all taggings.</param>
internal readonly record struct ChainSegment(int First, int End, int Kind, double Posterior);
