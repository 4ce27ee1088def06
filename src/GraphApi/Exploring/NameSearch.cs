using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphApi.Exploring;

/// <summary>Finds nodes by what a person types, and rates how well each fits: behind the search box, and behind names that stand where an id should.</summary>
internal static class NameSearch
{
    private const int Candidates = 200;

    /// <summary>Rate of a paper: after all concepts.</summary>
    public const int PaperOrder = 9;

    /// <summary>Rates up to this are whole names.</summary>
    public const int WholeName = 1;

    /// <summary>Concepts by fit and importance, then papers in the order of the full-text index.</summary>
    public static async Task<Hit[]> FindAsync(IGraphDatabase database, string typed, CancellationToken cancellationToken)
    {
        var words = FullTextWords.Split(typed);
        if (words.Count == 0)
        {
            return [];
        }

        var concepts = await FindAsync(database, GraphSchema.FullText.Concepts, words, cancellationToken);
        var papers = await FindAsync(database, GraphSchema.FullText.Papers, words, cancellationToken);
        return
        [
            .. concepts.Select(node => Rate(node, typed.Trim()))
                .OrderBy(hit => hit.Order)
                .ThenByDescending(hit => PapersOf(hit.Node))
                .ThenBy(hit => EntityViews.IdOf(hit.Node), StringComparer.Ordinal),
            .. papers.Select(node => new Hit(node, PaperOrder, "paper")),
        ];
    }

    /// <summary>How many papers name a concept.</summary>
    public static double PapersOf(GraphNode node) => EntityViews.Number(node.Properties, GraphSchema.Keys.PaperCount) ?? 0;

    /// <summary>Whole words first, so that DPO itself is among the candidates however many longer names begin with it.</summary>
    private static async Task<List<GraphNode>> FindAsync(
        IGraphDatabase database, string index, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        foreach (var query in new[] { FullTextWords.Whole(words), FullTextWords.Beginning(words) })
        {
            var parameters = Parameters.Of(
                ("index", GraphValue.From(index)), ("query", GraphValue.From(query)), ("limit", GraphValue.From(Candidates)));
            var rows = await database.ReadAllAsync(ExploringQueries.Search, parameters, QueryOptions.Reading, cancellationToken);
            foreach (var row in rows.Rows)
            {
                var node = row[0].AsNode();
                found.TryAdd(node.ElementId, node);
            }
        }

        return [.. found.Values];
    }

    private static Hit Rate(GraphNode node, string typed)
    {
        var name = EntityViews.Text(node.Properties, GraphSchema.Keys.Name) ?? "";
        var aliases = EntityViews.Strings(node.Properties, GraphSchema.Keys.Aliases);
        bool Same(string text) => string.Equals(text, typed, StringComparison.OrdinalIgnoreCase);
        bool Begins(string text) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

        if (Same(name))
        {
            return new Hit(node, 0, "name");
        }

        if (aliases.FirstOrDefault(Same) is { } exact)
        {
            return new Hit(node, 1, $"alias {exact}");
        }

        if (Begins(name))
        {
            return new Hit(node, 2, "name");
        }

        return aliases.FirstOrDefault(Begins) is { } begun ? new Hit(node, 3, $"alias {begun}") : new Hit(node, 4, "name or alias");
    }

}

/// <summary>One node that was found.</summary>
/// <param name="Node">The node.</param>
/// <param name="Order">0 for its name, 1 for an alias, 2 and 3 for their beginnings, 4 for words in them, <see cref="NameSearch.PaperOrder"/> for a paper.</param>
/// <param name="Match">Why, in words.</param>
internal sealed record Hit(GraphNode Node, int Order, string Match);
