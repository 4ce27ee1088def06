using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphModel.Database;

namespace Stemma.GraphBuilder.Mining;

/// <summary>
/// Finds what a corpus names and the lexicon does not know, as entries for a person to review: the front door of mining. The steps, in order, with what each hands on:
/// <list type="number">
/// <item>read: graph → <see cref="EvidenceReader"/> → <see cref="ConceptEvidence"/>, one a concept</item>
/// <item>know: evidence → <see cref="KnownNames"/> and <see cref="Fragments"/> → what is neither in the lexicon nor broken</item>
/// <item>draft: evidence → <see cref="CandidateDrafter"/> → <see cref="LexiconCandidate"/>, best first</item>
/// <item>show: candidate → <see cref="EvidenceReader"/> → the mention that shows it best</item>
/// </list>
/// The same graph and lexicon give the same candidates in the same order, wherever the graph lives.
/// </summary>
/// <param name="database">The graph.</param>
/// <param name="lexicon">What is known.</param>
public sealed class LexiconMiner(IGraphDatabase database, IReadOnlyList<LexiconEntry> lexicon)
{
    private readonly KnownNames _known = new(lexicon);

    /// <summary>The best candidates, best first; no two have one id. Errors as <see cref="IGraphDatabase.RunAsync"/>.</summary>
    public async Task<MinedCandidates> MineAsync(MiningOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var reader = new EvidenceReader(database);
        var concepts = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var drafter = new CandidateDrafter(_known, SharedForms.Of(concepts));
        var candidates = concepts
            .Where(concept => (options.Type is not { } type || concept.Types.Contains(type)) && !Fragments.IsFragment(concept.Name) && !_known.Knows(concept))
            .Select(drafter.Draft)
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Evidence.Id, StringComparer.Ordinal)
            .DistinctBy(candidate => candidate.Entry.Id, StringComparer.Ordinal)
            .ToList();
        var shown = options.Limit is { } limit ? candidates.Take(limit) : candidates;
        return new MinedCandidates(await reader.WithExamplesAsync([.. shown], cancellationToken).ConfigureAwait(false), candidates.Count, concepts.Count);
    }
}
