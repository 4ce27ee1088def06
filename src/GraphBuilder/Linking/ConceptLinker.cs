using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking.Senses;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Decides which names mean one concept, over the whole corpus. Entry point of linking; its stages, in order:
/// <see cref="NameNotes"/> (names of each paper) → <see cref="NameCensus"/> (how often each name is used, defined, introduced) → <see cref="AliasClusters"/> (names that always mean one concept) →
/// <see cref="SenseResolver"/> (short names that can mean several) → <see cref="ConceptNamer"/> (ids, names, types, aliases with their reasons) →
/// <see cref="VariantFinder"/> (variants by name) → <see cref="LinkedCorpus"/>, which <see cref="Assembly.GraphAssembler"/> turns into a graph.
/// </summary>
public sealed class ConceptLinker
{
    private readonly IReadOnlyList<LexiconEntry> _lexicon;
    private readonly LinkOverrides _overrides;
    private readonly IReadOnlyList<ConceptOrigin> _origins;

    /// <summary>Creates a linker.</summary>
    /// <param name="lexicon">Known concepts; order does not matter.</param>
    /// <param name="overrides">The user's decisions.</param>
    /// <param name="origins">Known origins of concepts, after those that the overrides state; none if null.</param>
    public ConceptLinker(IReadOnlyList<LexiconEntry> lexicon, LinkOverrides overrides, IReadOnlyList<ConceptOrigin>? origins = null)
    {
        _lexicon = [.. lexicon.OrderBy(known => known.Id, StringComparer.Ordinal)];
        _overrides = overrides;
        _origins = [.. overrides.Origins, .. origins ?? []];
    }

    /// <summary>
    /// Links a corpus. The result does not depend on the order of <paramref name="papers"/>, whose ids must be distinct. Linear in the number of mentions; work on single
    /// papers, names and concepts runs on all processors.
    /// </summary>
    public LinkedCorpus Link(IEnumerable<ExtractedPaper> papers, CancellationToken cancellationToken)
    {
        var ordered = papers.ToArray();
        Array.Sort(ordered, (a, b) => string.CompareOrdinal(a.Id.Value, b.Id.Value));
        return Link(ordered, NameNotes.Of(ordered, cancellationToken), cancellationToken);
    }

    /// <summary>Links papers that are ordered by id, with the notes already taken on them.</summary>
    internal LinkedCorpus Link(IReadOnlyList<ExtractedPaper> ordered, NameNotes notes, CancellationToken cancellationToken)
    {
        var census = NameCensus.Take(ordered, notes, _lexicon, cancellationToken);
        var clusters = AliasClusters.Build(census, _overrides);
        var senses = SenseResolver.Resolve(census, clusters, _origins, cancellationToken);
        var (concepts, conceptOfMention) = ConceptNamer.Name(census, clusters, senses, _overrides);
        var conceptOf = BySlot(census, conceptOfMention);
        var variants = VariantFinder.Find(concepts, census, conceptOfMention);
        return new LinkedCorpus(ordered, concepts, conceptOf, variants, _origins);
    }

    private static int[][] BySlot(NameCensus census, int[] conceptOfMention)
    {
        var conceptOf = census.Papers.Select(paper => new int[paper.ConceptCount]).ToArray();
        for (var at = 0; at < conceptOfMention.Length; at++)
        {
            conceptOf[census.Mentions[at].Paper][census.Mentions[at].Slot] = conceptOfMention[at];
        }

        return conceptOf;
    }
}
