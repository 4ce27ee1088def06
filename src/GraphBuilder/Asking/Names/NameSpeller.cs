using System.Numerics;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Holds the names of the most frequently named concepts and finds those that match a typed text up to slips (<see cref="Slips"/>). Used for questions and for search.
/// The names are read on first use and cached. For a graph that others may change, they are read again when the number of concepts differs (checked once a minute) or after an hour.
/// Safe for concurrent calls.
/// </summary>
/// <param name="database">The graph.</param>
/// <param name="clock">Measures the age of the names; null for a graph that does not change, whose names never expire.</param>
public sealed class NameSpeller(IGraphDatabase database, TimeProvider? clock = null)
{
    /// <summary>Maximum number of concepts: on 144,000 papers, all that at least two papers name.</summary>
    private const int MostConcepts = 60_000;

    /// <summary>
    /// Factor by which a slip makes a name less likely to be meant: typists mistype one keystroke in a hundred, novices one in thirty (Grudin 1983), so a word of some letters is
    /// misspelled about once in fifty times.
    /// </summary>
    private const double SlipCost = 50;

    /// <summary>Interval between checks for changes of the graph: the lifetime of other cached answers about the whole graph.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(1);

    /// <summary>Age at which the names are read again even if the number of concepts is the same, because names may have changed.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private volatile KnownNames? _known;

    /// <summary>
    /// Concepts with a name equal or similar to a text: equal names first, then by the papers that use the name, discounted by <see cref="SlipCost"/> for each slip (the noisy-channel
    /// model of Kernighan, Church and Gale 1990, with papers as prior). If no name equals the text, a name that equals the text without its article or head noun ("the Transformer",
    /// "the DPO method") counts as equal.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="most">Maximum number of results.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<SpelledName>> FindAsync(string typed, int most, CancellationToken cancellationToken)
    {
        var names = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Names;
        var found = Spelled(names, typed);
        var exact = LooseNames.Of(typed).Prepend(typed).Select(name => Spelled(names, name).Where(other => other.Slips == 0).ToList()).FirstOrDefault(others => others.Count > 0) ?? [];
        return [.. exact.Concat(found).OrderByDescending(name => name.Slips == 0).ThenByDescending(name => name.Papers * Math.Pow(SlipCost, -name.Slips)).DistinctBy(name => name.ConceptId).Take(most)];
    }

    /// <summary>True if a well-known concept has a name equal to a text, or to the text without its article or head noun.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<bool> IsKnownAsync(string typed, CancellationToken cancellationToken)
    {
        var names = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return LooseNames.Of(typed).Prepend(typed).Any(name => names.Keys.Contains(Slips.KeyOf(name)));
    }

    /// <summary>The concepts with the given ids, in their order; unknown ids are skipped.</summary>
    /// <param name="ids">Ids of concepts.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<GraphNode>> ConceptsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["ids"] = GraphValue.FromStrings(ids) };
        var rows = await database.ReadAllAsync(AskQueries.ConceptsById, parameters, QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
        return [.. rows.Rows.Select(row => row[0].AsNode())];
    }

    private static List<SpelledName> Spelled(KnownSpelling[] names, string typed)
    {
        var key = Slips.KeyOf(typed);
        var (letters, reach) = (Letters(key), 2 * Slips.Allowed(key));
        var found = new List<SpelledName>();
        foreach (var name in names)
        {
            if (BitOperations.PopCount(letters ^ name.Letters) <= reach && Slips.Between(key, name.Key) is { } slips)
            {
                found.Add(new SpelledName(name.ConceptId, name.Name, name.Papers, slips));
            }
        }

        return found;
    }

    /// <summary>Concepts with a name that begins with a text, most papers that use the name first.</summary>
    /// <param name="typed">As typed; case is ignored.</param>
    /// <param name="most">Maximum number of results.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<SpelledName>> BeginningAsync(string typed, int most, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync(cancellationToken).ConfigureAwait(false)).Names
            .Where(name => name.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(name => name.ConceptId).Take(most).Select(name => new SpelledName(name.ConceptId, name.Name, name.Papers, 0)),
    ];

    /// <summary>All cached names, most used first. Concurrent callers before the first read completes read them too.</summary>
    private async Task<KnownNames> ReadAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && !await HasChangedAsync(known, cancellationToken).ConfigureAwait(false))
        {
            return known;
        }

        // Counted first, so that the next check detects concepts added while the names are read.
        var (concepts, now) = clock is null ? (0, 0) : (await CountAsync(cancellationToken).ConfigureAwait(false), clock.GetTimestamp());
        known = new KnownNames(await ReadAllAsync(cancellationToken).ConfigureAwait(false), concepts, now);
        _known = known;
        return known;
    }

    /// <summary>Whether the names must be read again. One caller a minute queries the graph; the others use the cached names.</summary>
    private async Task<bool> HasChangedAsync(KnownNames known, CancellationToken cancellationToken) =>
        clock is not null && known.IsToBeAsked(clock, Unasked)
        && (clock.GetElapsedTime(known.ReadAt) >= Kept || await CountAsync(cancellationToken).ConfigureAwait(false) != known.Concepts);

    private async Task<long> CountAsync(CancellationToken cancellationToken) =>
        (await database.ReadAllAsync(AskQueries.CountConcepts, new Dictionary<string, GraphValue>(), QueryOptions.Reading, cancellationToken).ConfigureAwait(false)).Rows[0][0].AsInteger();

    private async Task<KnownSpelling[]> ReadAllAsync(CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["limit"] = GraphValue.From((long)MostConcepts) };
        var rows = await database.ReadAllAsync(AskQueries.BestKnownNames, parameters, QueryOptions.Reading with { MaxRows = null }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Rows.SelectMany(Spellings).OrderByDescending(name => name.Papers).ThenBy(name => name.ConceptId, StringComparer.Ordinal)];
    }

    /// <summary>The name of a concept and its aliases, each with the number of papers that use it; without aliases known only from appearing next to another name in a text.</summary>
    private static IEnumerable<KnownSpelling> Spellings(IReadOnlyList<GraphValue> row)
    {
        var (id, papers) = (row[0].AsString(), row[2].IsNumber ? row[2].AsNumber() : 0);
        yield return KnownSpelling.Of(id, row[1].AsString(), papers);
        var (aliases, reasons, counts) = (List(row[3]), List(row[4]), List(row[5]));
        for (var at = 0; at < aliases.Count; at++)
        {
            if (at >= reasons.Count || reasons[at].AsString() != GraphSchema.Reasons.SameText)
            {
                yield return KnownSpelling.Of(id, aliases[at].AsString(), at < counts.Count && counts[at].IsNumber ? counts[at].AsNumber() : papers);
            }
        }
    }

    private static IReadOnlyList<GraphValue> List(GraphValue value) => value.Kind == GraphValueKind.List ? value.AsList() : [];

    /// <summary>The letters and digits of a key as a bit set, by code modulo 64: n slips change at most 2 n bits, so keys that differ in more need no comparison.</summary>
    private static ulong Letters(string key) => key.Aggregate(0UL, (bits, letter) => bits | (1UL << (letter % 64)));

    /// <summary>The cached names.</summary>
    /// <param name="names">The names, most used first.</param>
    /// <param name="concepts">Number of concepts in the graph.</param>
    /// <param name="readAt">When they were read, as a timestamp of the clock.</param>
    private sealed class KnownNames(KnownSpelling[] names, long concepts, long readAt)
    {
        private long _askedAt = readAt;

        public KnownSpelling[] Names { get; } = names;

        public HashSet<string> Keys { get; } = new(names.Select(name => name.Key), StringComparer.Ordinal);

        public long Concepts => concepts;

        public long ReadAt { get; } = readAt;

        /// <summary>True for one caller each time the span has elapsed.</summary>
        public bool IsToBeAsked(TimeProvider clock, TimeSpan span)
        {
            var asked = Interlocked.Read(ref _askedAt);
            return clock.GetElapsedTime(asked) >= span && Interlocked.CompareExchange(ref _askedAt, clock.GetTimestamp(), asked) == asked;
        }
    }

    /// <summary>One name of a concept.</summary>
    private sealed record KnownSpelling(string ConceptId, string Name, string Key, ulong Letters, double Papers)
    {
        public static KnownSpelling Of(string id, string name, double papers)
        {
            var key = Slips.KeyOf(name);
            return new KnownSpelling(id, name, key, NameSpeller.Letters(key), papers);
        }
    }
}

/// <summary>A name that matches a typed text.</summary>
/// <param name="ConceptId">Id of its concept.</param>
/// <param name="Name">The name or alias.</param>
/// <param name="Papers">Number of papers that use the name for the concept.</param>
/// <param name="Slips">Number of slips between the two; 0 if they are equal.</param>
public sealed record SpelledName(string ConceptId, string Name, double Papers, int Slips);
