namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>A span of a sentence that may be one mention.</summary>
/// <param name="First">First token.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Kind">Kind, see <see cref="TagSet"/>.</param>
/// <param name="Posterior">Probability, 0..1, over all taggings of the sentence.</param>
internal readonly record struct ChainSegment(int First, int End, int Kind, double Posterior);
