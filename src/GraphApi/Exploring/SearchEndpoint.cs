using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore;

namespace Stemma.GraphApi.Exploring;

/// <summary>Search as you type: concepts by fit and importance, then papers.</summary>
internal static class SearchEndpoint
{
    private const int Candidates = 200;
    private const int PaperOrder = 9;

    /// <summary>Finds concepts and papers by the beginning of their words.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="q">What was typed.</param>
    /// <param name="limit">Hits at most, 1 to 50. The default is 12.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Ok<SearchView>> Handle(ServedGraph graph, string q, int? limit, CancellationToken cancellationToken)
    {
        var words = FullTextWords.Split(q);
        if (words.Count == 0)
        {
            return TypedResults.Ok(new SearchView(q, [], 0));
        }

        var concepts = await FindAsync(graph.Database, GraphSchema.FullText.Concepts, words, cancellationToken);
        var papers = await FindAsync(graph.Database, GraphSchema.FullText.Papers, words, cancellationToken);
        Hit[] hits =
        [
            .. concepts.Select(node => Rate(node, q.Trim()))
                .OrderBy(hit => hit.Order)
                .ThenByDescending(hit => EntityViews.Number(hit.Node.Properties, GraphSchema.Keys.PaperCount) ?? 0)
                .ThenBy(hit => EntityViews.IdOf(hit.Node), StringComparer.Ordinal),
            .. papers.Select(node => new Hit(node, PaperOrder, "paper")),
        ];
        var shown = Mix(hits, Math.Clamp(limit ?? 12, 1, 50));
        var builder = new GraphViewBuilder();
        foreach (var hit in shown)
        {
            builder.Add(hit.Node);
        }

        var view = await builder.BuildAsync(graph.Database, null, cancellationToken);
        return TypedResults.Ok(new SearchView(q, [.. view.Nodes.Zip(shown, (node, hit) => new SearchItem(node, hit.Match))], hits.Length));
    }

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

    /// <summary>A few papers are shown even where concepts would fill the list: a title may be what was typed.</summary>
    private static Hit[] Mix(Hit[] hits, int take)
    {
        var papers = hits.Where(hit => hit.Order == PaperOrder).Take(Math.Max(2, take / 3)).ToArray();
        return [.. hits.Where(hit => hit.Order < PaperOrder).Take(take - papers.Length), .. papers];
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

    private sealed record Hit(GraphNode Node, int Order, string Match);
}
