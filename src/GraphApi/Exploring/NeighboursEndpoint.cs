using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Expansion of a node.</summary>
internal static class NeighboursEndpoint
{
    private const int RowLimit = 20_000;

    /// <summary>Shows a node's neighbours, the surest relation first.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="of">Id of the node.</param>
    /// <param name="limit">Neighbours at most, 1 to 500. The default is 30.</param>
    /// <param name="types">Relationship types, separated by commas; all where absent.</param>
    /// <param name="kinds">Node labels, separated by commas; all where absent.</param>
    /// <param name="direction"><c>both</c> (the default), <c>in</c> or <c>out</c>.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<GraphView>, ProblemHttpResult>> Handle(
        ServedGraph graph, string of, int? limit, string? types, string? kinds, string? direction, CancellationToken cancellationToken)
    {
        var query = direction switch
        {
            null or "both" => ExploringQueries.NeighboursBoth,
            "in" => ExploringQueries.NeighboursIn,
            "out" => ExploringQueries.NeighboursOut,
            _ => null,
        };
        if (query is null)
        {
            return Problems.BadRequest("request.direction", $"direction is '{direction}'; it is one of both, in, out.");
        }

        if (await EntityFinder.FindAsync(graph.Database, of, cancellationToken) is not { } node)
        {
            return Problems.NotFound("node", of);
        }

        var rows = await graph.Database.ReadAllAsync(
            query,
            Parameters.Of(("key", GraphValue.From(node.ElementId)), ("types", Words(types)), ("kinds", Words(kinds))),
            QueryOptions.Reading with { MaxRows = RowLimit },
            cancellationToken);
        return TypedResults.Ok(await ViewAsync(graph.Database, node, rows, Math.Clamp(limit ?? 30, 1, 500), cancellationToken));
    }

    private static async Task<GraphView> ViewAsync(
        IGraphDatabase database, GraphNode node, QueryRows rows, int limit, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        builder.Add(node);
        foreach (var row in rows.Rows)
        {
            var neighbour = row[1].AsNode();
            if (builder.NodeCount <= limit || builder.Find(neighbour.ElementId) is not null)
            {
                builder.Add(neighbour);
                builder.Add(row[0]);
            }
        }

        var total = rows.Rows.Select(row => row[1].AsNode().ElementId).Append(node.ElementId).Distinct(StringComparer.Ordinal).Count();
        return await builder.BuildAsync(database, total, cancellationToken);
    }

    private static GraphValue Words(string? list) =>
        string.IsNullOrWhiteSpace(list)
            ? GraphValue.Null
            : GraphValue.FromStrings(list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
