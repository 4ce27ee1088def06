namespace Stemma.GraphBuilder.Mining;

/// <summary>The result of mining.</summary>
/// <param name="Shown">The best candidates, best first.</param>
/// <param name="Total">Number of candidates without the limit.</param>
/// <param name="Concepts">Number of concepts examined.</param>
public sealed record MinedCandidates(IReadOnlyList<LexiconCandidate> Shown, int Total, int Concepts);
