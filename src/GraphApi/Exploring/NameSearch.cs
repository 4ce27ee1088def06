using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphApi.Exploring;

/// <summary>
/// Finds nodes by what a person types, and rates how well each fits: behind the search box, and behind names that stand where an id should. Concepts come from
/// one query that ranks by name before it cuts, so that the one that everybody means is there however many others share its acronym; papers by their titles,
/// and where no title fits, by their abstracts.
/// </summary>
internal static class NameSearch
{
    private const int Candidates = 200;

    /// <summary>Order of a whole name.</summary>
    public const int WholeName = 0;

    /// <summary>Order of a paper: after all concepts.</summary>
    public const int PaperOrder = 9;

    /// <summary>Concepts by fit and importance, then papers in the order of the full-text index.</summary>
    public static async Task<Hit[]> FindAsync(IGraphDatabase database, string typed, CancellationToken cancellationToken)
    {
        var words = FullTextWords.Split(typed);
        if (words.Count == 0)
        {
            return [];
        }

        var name = typed.Trim();
        var concepts = await ReadAsync(
            database, ExploringQueries.SearchConcepts, FullTextWords.Beginning(words), [("name", GraphValue.From(name.ToLowerInvariant()))], cancellationToken);
        var papers = await PapersAsync(database, InTitle(words), cancellationToken);
        papers = papers.Count > 0 ? papers : await PapersAsync(database, FullTextWords.Whole(words), cancellationToken);
        return
        [
            .. concepts.Select(node => Rate(node, name)).OrderBy(hit => hit.Order).ThenByDescending(hit => hit.Papers)
                .ThenBy(hit => EntityViews.IdOf(hit.Node), StringComparer.Ordinal),
            .. papers.Select(node => new Hit(node, PaperOrder, "paper", 0)),
        ];
    }

    private static Task<IReadOnlyList<GraphNode>> PapersAsync(IGraphDatabase database, string query, CancellationToken cancellationToken) =>
        ReadAsync(database, ExploringQueries.Search, query, [("index", GraphValue.From(GraphSchema.FullText.Papers))], cancellationToken);

    private static async Task<IReadOnlyList<GraphNode>> ReadAsync(
        IGraphDatabase database, string cypher, string query, (string Name, GraphValue Value)[] more, CancellationToken cancellationToken)
    {
        var parameters = Parameters.Of([("query", GraphValue.From(query)), ("limit", GraphValue.From(Candidates)), .. more]);
        var found = await database.ReadAllAsync(cypher, parameters, QueryOptions.Reading, cancellationToken);
        return [.. found.Rows.Select(row => row[0].AsNode())];
    }

    private static string InTitle(IReadOnlyList<string> words) =>
        string.Join(" AND ", words.Select((word, at) => GraphSchema.Keys.Title + (at < words.Count - 1 ? $":\"{word}\"" : $":{word}*")));

    /// <summary>An alias counts as much as the papers that use it; one that only some text groups with a concept is not what its name means.</summary>
    private static Hit Rate(GraphNode node, string typed)
    {
        var papers = EntityViews.Number(node.Properties, GraphSchema.Keys.PaperCount) ?? 0;
        var name = EntityViews.Text(node.Properties, GraphSchema.Keys.Name) ?? "";
        var aliases = EntityViews.Strings(node.Properties, GraphSchema.Keys.Aliases);
        var reasons = EntityViews.Strings(node.Properties, GraphSchema.Keys.AliasReasons);
        bool Begins(string text) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        if (string.Equals(name, typed, StringComparison.OrdinalIgnoreCase))
        {
            return new Hit(node, WholeName, "name", papers);
        }

        for (var at = 0; at < aliases.Count; at++)
        {
            if (string.Equals(aliases[at], typed, StringComparison.OrdinalIgnoreCase) && (at >= reasons.Count || reasons[at] != GraphSchema.SameText))
            {
                return new Hit(node, WholeName, $"alias {aliases[at]}", UsesOf(node, at) ?? papers);
            }
        }

        if (Begins(name))
        {
            return new Hit(node, 1, "name", papers);
        }

        return aliases.FirstOrDefault(Begins) is { } begun ? new Hit(node, 2, $"alias {begun}", papers) : new Hit(node, 3, "name or alias", papers);
    }

    private static double? UsesOf(GraphNode node, int alias) =>
        node.Properties.TryGetValue(GraphSchema.Keys.AliasPapers, out var counts) && counts.AsList() is { } list && alias < list.Count ? list[alias].AsNumber() : null;
}

/// <summary>One node that was found.</summary>
/// <param name="Node">The node.</param>
/// <param name="Order">0 for its name or an alias, 1 and 2 for their beginnings, 3 for words in them, <see cref="NameSearch.PaperOrder"/> for a paper.</param>
/// <param name="Match">Why, in words.</param>
/// <param name="Papers">How many papers name a concept so.</param>
internal sealed record Hit(GraphNode Node, int Order, string Match, double Papers);
