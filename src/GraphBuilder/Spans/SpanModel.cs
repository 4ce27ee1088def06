namespace Stemma.GraphBuilder.Spans;

/// <summary>A chain and nets whose scores are added up (as the extraction's tagger adds those of its chain and its net). Immutable and thread-safe.</summary>
/// <param name="Chain">Linear scores.</param>
/// <param name="Nets">Nets that differ in their first draws; their mean counts (Hansen and Salamon 1990, "Neural network ensembles").</param>
internal sealed record SpanModel(SpanChain Chain, IReadOnlyList<SpanNet> Nets)
{
    /// <summary>What the scores of the chain count for, and the nets for the rest; by cross-validation on the training texts of two data sets (docs/extraction.md).</summary>
    private const float ChainShare = 0.25f;

    /// <summary>Stretches less likely than this are never chosen.</summary>
    private const double LeastPosterior = 0.02;

    /// <summary>Every stretch of a text that is not negligible, with its posterior.</summary>
    public List<SpanStretch> Stretches(SpanSequence text)
    {
        var found = new List<SpanStretch>();
        if (text.Tokens.Length == 0)
        {
            return found;
        }

        var scores = new float[text.Tokens.Length * Chain.Tags.Count];
        var transitions = new float[Chain.Tags.Transitions];
        Add(Chain, ChainShare, text, scores, transitions);
        foreach (var net in Nets)
        {
            Add(net, (1 - ChainShare) / Nets.Count, text, scores, transitions);
        }

        var lattice = new SpanLattice(Chain.Tags);
        lattice.Run(scores, transitions);
        lattice.AddStretches(LeastPosterior, found);
        return found;
    }

    private static void Add(ISpanScorer scorer, float share, SpanSequence text, float[] scores, float[] transitions)
    {
        scorer.AddScores(text, share, scores);
        for (var at = 0; at < transitions.Length; at++)
        {
            transitions[at] += share * scorer.Transitions[at];
        }
    }
}
