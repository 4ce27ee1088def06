namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Selects entities among overlapping candidate spans: the non-overlapping set that maximises the sum of posteriors above a threshold. The threshold with the best F1 depends on
/// how confident a tagger can be at all (half of the best achievable F1: Lipton, Elkan and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"), so
/// the trainer chooses it on held-out parts.
/// </summary>
internal static class SpanDecoder
{
    /// <summary>The selected spans, in order.</summary>
    /// <param name="stretches">In any order.</param>
    /// <param name="tokens">Number of tokens of the text.</param>
    /// <param name="threshold">Only spans with a higher posterior are selected.</param>
    public static List<SpanStretch> Choose(IEnumerable<SpanStretch> stretches, int tokens, double threshold)
    {
        var byEnd = stretches.Where(stretch => stretch.Posterior > threshold).ToLookup(stretch => stretch.End);
        var best = new double[tokens + 1];
        var last = new SpanStretch?[tokens + 1];
        for (var end = 1; end <= tokens; end++)
        {
            best[end] = best[end - 1];
            foreach (var stretch in byEnd[end])
            {
                if (best[stretch.First] + stretch.Posterior - threshold > best[end])
                {
                    best[end] = best[stretch.First] + stretch.Posterior - threshold;
                    last[end] = stretch;
                }
            }
        }

        var chosen = new List<SpanStretch>();
        for (var end = tokens; end > 0;)
        {
            if (last[end] is { } stretch)
            {
                chosen.Add(stretch);
                end = stretch.First;
            }
            else
            {
                end--;
            }
        }

        chosen.Reverse();
        return chosen;
    }
}
