using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;

namespace Stemma.GraphApi.Exploring;

/// <summary>Search as you type: concepts by fit and importance, then authors and papers.</summary>
internal static class SearchEndpoint
{
    /// <summary>Finds concepts and papers by the beginning of their words, names that were typed with a slip or two, and authors by their whole name.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="search">Finds by name.</param>
    /// <param name="q">What was typed.</param>
    /// <param name="limit">Hits at most.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<SearchView>, ProblemHttpResult>> Handle(
        ServedGraph graph, NameSearch search, string q, [Range(1, 50)] int limit = 12, CancellationToken cancellationToken = default)
    {
        var hits = await search.FindAsync(q, cancellationToken);
        var shown = Mix(hits, limit);
        var builder = new GraphViewBuilder();
        foreach (var hit in shown)
        {
            builder.Add(hit.Node);
        }

        var view = await builder.BuildAsync(graph.Database, null, cancellationToken);
        return TypedResults.Ok(new SearchView(q, [.. view.Nodes.Zip(shown, (node, hit) => new SearchItem(node, hit.Match))], hits.Length));
    }

    /// <summary>A few papers are shown even if concepts would fill the list, because the typed text may be a title.</summary>
    private static Hit[] Mix(Hit[] hits, int take)
    {
        var papers = hits.Where(hit => hit.Order == NameSearch.PaperOrder).Take(Math.Max(2, take / 3)).ToArray();
        return [.. hits.Where(hit => hit.Order < NameSearch.PaperOrder).Take(take - papers.Length), .. papers];
    }
}
