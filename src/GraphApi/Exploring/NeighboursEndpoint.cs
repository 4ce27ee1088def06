using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Expansion of a node.</summary>
internal static class NeighboursEndpoint
{
    /// <summary>Relationships fetched for each neighbour shown: a paper reports several numbers on one benchmark.</summary>
    private const int RowsPerNeighbour = 4;

    /// <summary>Shows a node's neighbours, the surest relation first.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="answers">Knows the names of the graph.</param>
    /// <param name="of">Id of the node; a name or alias leads to it.</param>
    /// <param name="limit">Neighbours at most.</param>
    /// <param name="types">Relationship types, separated by commas; all where absent.</param>
    /// <param name="kinds">Node labels, separated by commas; all where absent.</param>
    /// <param name="direction">Of the relationships, seen from the node.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<GraphView>, ProblemHttpResult>> Handle(
        ServedGraph graph, KeptAnswers answers, [NodeName] string of, [Range(1, 500)] int limit = 30, string? types = null,
        string? kinds = null, [AllowedValues("both", "in", "out")] string direction = "both", CancellationToken cancellationToken = default)
    {
        var (best, count) = direction switch
        {
            "in" => (ExploringQueries.NeighboursIn, ExploringQueries.CountNeighboursIn),
            "out" => (ExploringQueries.NeighboursOut, ExploringQueries.CountNeighboursOut),
            _ => (ExploringQueries.NeighboursBoth, ExploringQueries.CountNeighboursBoth),
        };
        if (await KnownNames.FindUnknownAsync(graph, answers, types, kinds, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        if (await EntityFinder.FindAsync(graph.Database, of, cancellationToken) is not { } node)
        {
            return Problems.NotFound("node", of);
        }

        var parameters = Parameters.Of(
            ("key", GraphValue.From(node.ElementId)), ("types", Words(types)), ("kinds", Words(kinds)), ("limit", GraphValue.From(limit * RowsPerNeighbour)));
        var rows = await graph.Database.ReadAllAsync(best, parameters, QueryOptions.Reading, cancellationToken);
        var total = await graph.Database.ReadAllAsync(count, parameters, QueryOptions.Reading, cancellationToken);
        return TypedResults.Ok(await ViewAsync(graph.Database, node, rows, limit, (int)total.Rows[0][0].AsInteger() + 1, cancellationToken));
    }

    private static async Task<GraphView> ViewAsync(
        IGraphDatabase database, GraphNode node, QueryRows rows, int limit, int total, CancellationToken cancellationToken)
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

        return await builder.BuildAsync(database, total, cancellationToken);
    }

    private static GraphValue Words(string? list) => KnownNames.Split(list) is { Length: > 0 } words ? GraphValue.FromStrings(words) : GraphValue.Null;
}
