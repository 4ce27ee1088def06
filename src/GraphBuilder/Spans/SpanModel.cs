namespace Stemma.GraphBuilder.Spans;

/// <summary>An ensemble of a chain and nets whose scores are added (as in the extraction's tagger). Immutable and thread-safe.</summary>
/// <param name="Chain">Linear scores.</param>
/// <param name="Nets">Nets from different seeds, whose scores are averaged (Hansen and Salamon 1990, "Neural network ensembles").</param>
internal sealed record SpanModel(SpanChain Chain, IReadOnlyList<SpanNet> Nets)
{
    /// <summary>Weight of the chain's scores; the nets have the rest. Chosen by cross-validation on the training texts of two data sets (docs/extraction.md).</summary>
    private const float ChainShare = 0.25f;

    /// <summary>Spans with a lower posterior are never selected.</summary>
    private const double LeastPosterior = 0.02;

    /// <summary>Every span of a text whose posterior is not negligible.</summary>
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
