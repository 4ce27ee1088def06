using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;

namespace Stemma.GraphApi.Console;

/// <summary>The console: one read-only Cypher statement.</summary>
internal static class CypherEndpoint
{
    /// <summary>Rows beyond this number are in the table but not in the drawing.</summary>
    private const int DrawnRows = 1_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Runs a statement for reading and returns its rows, and the part of the graph that they hold.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="request">Statement, parameters and limit.</param>
    /// <param name="cancellationToken">Ends with the request, and stops the query.</param>
    public static async Task<Results<Ok<CypherView>, ProblemHttpResult>> Handle(
        ServedGraph graph, CypherRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Statement))
        {
            return Problems.BadRequest("request.statement", "The statement is empty.");
        }

        var options = QueryOptions.Reading with { MaxRows = request.Limit, Timeout = Timeout };
        try
        {
            var result = await graph.Database.ReadAllAsync(request.Statement, Json.ReadParameters(request.Parameters), options, cancellationToken);
            return TypedResults.Ok(await DescribeAsync(graph.Database, result, cancellationToken));
        }
        catch (QueryException fault)
        {
            return Problems.Make(
                Problems.StatusOf(fault), fault.Code, fault.Message,
                ("line", fault.Position?.Line), ("column", fault.Position?.Column), ("offset", fault.Position?.Offset),
                ("caret", fault.Describe(request.Statement)));
        }
    }

    private static async Task<CypherView> DescribeAsync(IGraphDatabase database, QueryRows result, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var value in result.Rows.Take(DrawnRows).SelectMany(row => row))
        {
            builder.Add(value);
        }

        var view = await builder.BuildAsync(database, null, cancellationToken);
        var writer = new CellWriter(view);
        var rows = result.Rows.Select(row => (JsonNode)new JsonArray([.. row.Select(writer.Write)]));
        return new CypherView(
            result.Columns, new JsonArray([.. rows]), view.Nodes.Count == 0 ? null : view, result.Rows.Count, result.Summary.Truncated,
            result.Summary.Elapsed.TotalMilliseconds, result.Summary.Plan, result.Summary.Notices);
    }
}
