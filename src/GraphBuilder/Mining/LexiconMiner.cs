using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphModel.Database;

namespace Stemma.GraphBuilder.Mining;

/// <summary>
/// Finds names in a corpus that the lexicon lacks, as entries for review; the entry point of mining. The steps, in order, with their output:
/// <list type="number">
/// <item>read: graph → <see cref="EvidenceReader"/> → <see cref="ConceptEvidence"/> for each concept</item>
/// <item>filter: evidence → <see cref="KnownNames"/> and <see cref="Fragments"/> → concepts that are neither in the lexicon nor incomplete names</item>
/// <item>draft: evidence → <see cref="CandidateDrafter"/> → <see cref="LexiconCandidate"/>, best first</item>
/// <item>illustrate: candidate → <see cref="EvidenceReader"/> → its most confident mention</item>
/// </list>
/// The same graph and lexicon give the same candidates in the same order on every engine.
/// </summary>
/// <param name="database">The graph.</param>
/// <param name="lexicon">The known entries.</param>
public sealed class LexiconMiner(IGraphDatabase database, IReadOnlyList<LexiconEntry> lexicon)
{
    private readonly KnownNames _known = new(lexicon);

    /// <summary>The best candidates, best first, with distinct ids. Throws the errors of <see cref="IGraphDatabase.RunAsync"/>.</summary>
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
