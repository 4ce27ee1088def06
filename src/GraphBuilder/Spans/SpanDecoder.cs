namespace Stemma.GraphBuilder.Spans;

/// <summary>
/// Chooses entities among stretches that overlap: those without overlap whose posteriors lie highest above a threshold in sum. Which threshold gives the best F1 depends on how sure a tagger can be
/// at all (half of the F1 that can be reached: Lipton, Elkan and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"), so that the trainer looks for it on held-out parts.
/// </summary>
internal static class SpanDecoder
{
    /// <summary>The chosen stretches, in order.</summary>
    /// <param name="stretches">In any order.</param>
    /// <param name="tokens">Number of tokens of the text.</param>
    /// <param name="threshold">Stretches that do not lie above are not chosen.</param>
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
