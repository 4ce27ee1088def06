using System.Numerics;
using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Knows the names of the concepts that most papers name, and finds those that are spelled as, or nearly as, what was typed (<see cref="Slips"/>): asking and searching correct by it alike.
/// The names are read at the first use and kept; of a graph that others may change, until it has more or fewer concepts, which is asked once a minute, or for an hour. Safe for concurrent calls.
/// </summary>
/// <param name="database">The graph.</param>
/// <param name="clock">Measures how old the names are; null for a graph that nobody changes, whose names are kept for good.</param>
public sealed class NameSpeller(IGraphDatabase database, TimeProvider? clock = null)
{
    /// <summary>Concepts whose names are known: on 144,000 papers all that two papers or more name.</summary>
    private const int MostConcepts = 60_000;

    /// <summary>Time for which no server is asked whether its graph has changed: as long as other answers about the whole graph are kept.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(1);

    /// <summary>Time after which the names are read again though there are as many concepts: they may have other names.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private volatile KnownNames? _known;

    /// <summary>
    /// Concepts with a name that is spelled as, or nearly as, a text: the fewest slips first, then those that most papers name so. Where nothing is spelled as the text, what is spelled as the text
    /// without its article or kind ("the Transformer", "the DPO method") is.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SpelledName>> FindAsync(string typed, int most, CancellationToken cancellationToken)
    {
        var names = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var found = Spelled(names, typed);
        var exact = LooseNames.Of(typed).Prepend(typed).Select(name => Spelled(names, name).Where(other => other.Slips == 0).ToList()).FirstOrDefault(others => others.Count > 0) ?? [];
        return [.. exact.Concat(found).OrderBy(name => name.Slips).ThenByDescending(name => name.Papers).DistinctBy(name => name.ConceptId).Take(most)];
    }

    /// <summary>The concepts with ids, in their order; ids that the graph does not have are left out.</summary>
    /// <param name="ids">Ids of concepts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
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

    /// <summary>Concepts with a name that begins with a text, those that most papers name so first.</summary>
    /// <param name="typed">As typed; capitals do not count.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SpelledName>> BeginningAsync(string typed, int most, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync(cancellationToken).ConfigureAwait(false))
            .Where(name => name.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(name => name.ConceptId).Take(most).Select(name => new SpelledName(name.ConceptId, name.Name, name.Papers, 0)),
    ];

    /// <summary>All known names, those that most papers use first. Who asks while they are read for the first time reads them too.</summary>
    private async Task<KnownSpelling[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && !await HasChangedAsync(known, cancellationToken).ConfigureAwait(false))
        {
            return known.Names;
        }

        // Counted first: what is added while the names are read is noticed by the next count.
        var (concepts, now) = clock is null ? (0, 0) : (await CountAsync(cancellationToken).ConfigureAwait(false), clock.GetTimestamp());
        known = new KnownNames(await ReadAllAsync(cancellationToken).ConfigureAwait(false), concepts, now);
        _known = known;
        return known.Names;
    }

    /// <summary>Whether the names are to be read again. One caller a minute asks the graph; the others go on with what is known.</summary>
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

    /// <summary>The name of a concept and its aliases, each with the papers that use it; without those that only some text groups with it.</summary>
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

    /// <summary>Which letters and digits a key has, as bits: n slips change at most 2 n of them.</summary>
    private static ulong Letters(string key) => key.Aggregate(0UL, (bits, letter) => bits | (1UL << (letter % 64)));

    /// <summary>All names as they were read.</summary>
    /// <param name="names">Those that most papers use first.</param>
    /// <param name="concepts">How many concepts the graph had.</param>
    /// <param name="readAt">When, as the clock counts.</param>
    private sealed class KnownNames(KnownSpelling[] names, long concepts, long readAt)
    {
        private long _askedAt = readAt;

        public KnownSpelling[] Names => names;

        public long Concepts => concepts;

        public long ReadAt { get; } = readAt;

        /// <summary>True for one caller each time that a span has gone by.</summary>
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

/// <summary>A known name that fits what was typed.</summary>
/// <param name="ConceptId">Id of its concept.</param>
/// <param name="Name">The name or alias.</param>
/// <param name="Papers">Papers that use it for the concept.</param>
/// <param name="Slips">Slips between the two: 0 for none.</param>
public sealed record SpelledName(string ConceptId, string Name, double Papers, int Slips);
