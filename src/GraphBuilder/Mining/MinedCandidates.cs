namespace Stemma.GraphBuilder.Mining;

/// <summary>What was mined.</summary>
/// <param name="Shown">The best candidates, best first.</param>
/// <param name="Total">How many there are without the limit.</param>
/// <param name="Concepts">How many concepts of the graph were looked at.</param>
public sealed record MinedCandidates(IReadOnlyList<LexiconCandidate> Shown, int Total, int Concepts);
