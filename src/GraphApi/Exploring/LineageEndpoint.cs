using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Where something comes from and what came of it.</summary>
internal static class LineageEndpoint
{
    /// <summary>Datasets and benchmarks beside a lineage: more would hide it.</summary>
    private const int GroundLimit = 6;

    /// <summary>Shows ancestors and descendants of a concept or paper; edges run from the descendant to its ancestor.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="finder">Fetches lineages.</param>
    /// <param name="of">Id of a concept or paper.</param>
    /// <param name="direction"><c>both</c> (the default), <c>ancestors</c> or <c>descendants</c>.</param>
    /// <param name="depth">Hops, 1 to 8. The default is 2.</param>
    /// <param name="limit">Nodes at most, 1 to 500. The default is 60.</param>
    /// <param name="asOf">Leaves out what is younger than this year.</param>
    /// <param name="kinds"><c>concepts</c> (the default) or <c>papers</c>.</param>
    /// <param name="contrast">Whether contrasts among the shown, and the datasets and benchmarks that they share, are added. The default is false.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<LineageView>, ProblemHttpResult>> Handle(
        ServedGraph graph, LineageFinder finder, string of, string? direction, int? depth, int? limit, int? asOf, string? kinds, bool? contrast,
        CancellationToken cancellationToken)
    {
        if (ReadDirection(direction) is not { } way)
        {
            return Problems.BadRequest("request.direction", $"direction is '{direction}'; it is one of both, ancestors, descendants.");
        }

        if (kinds is not (null or "concepts" or "papers"))
        {
            return Problems.BadRequest("request.kinds", $"kinds is '{kinds}'; it is concepts or papers.");
        }

        var request = new LineageRequest(of)
        {
            Direction = way, Depth = Math.Clamp(depth ?? 2, 1, 8), Limit = Math.Clamp(limit ?? 60, 1, 500), AsOf = asOf, ByPapers = kinds == "papers",
        };
        return await finder.FindAsync(request, cancellationToken) is { } lineage
            ? TypedResults.Ok(await DescribeAsync(graph.Database, lineage, contrast ?? false, cancellationToken))
            : Problems.NotFound("node", of);
    }

    /// <summary>Draws a lineage. An arc that a longer way implies is left out, save those of the focus: they are what was asked for.</summary>
    internal static async Task<LineageView> DescribeAsync(
        IGraphDatabase database, Lineage lineage, bool contrast, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var node in lineage.Nodes)
        {
            builder.Add(node.Node);
        }

        var drawn = lineage.Arcs.Where(arc => !arc.IsImplied || arc.From == lineage.Focus || arc.To == lineage.Focus).ToArray();
        foreach (var arc in drawn)
        {
            builder.Add(arc.Relationship);
        }

        IReadOnlyList<EdgeView> ground = contrast ? await AddContrastAsync(database, lineage, builder, cancellationToken) : [];
        var view = await builder.BuildAsync(database, lineage.Total, cancellationToken);
        return new LineageView(lineage.Focus, view with { Edges = [.. view.Edges, .. ground] }, lineage.RemovedArcs.Count + lineage.Arcs.Count - drawn.Length);
    }

    private static LineageDirection? ReadDirection(string? text) => text switch
    {
        null or "both" => LineageDirection.Both,
        "ancestors" => LineageDirection.Ancestors,
        "descendants" => LineageDirection.Descendants,
        _ => null,
    };

    private static async Task<IReadOnlyList<EdgeView>> AddContrastAsync(
        IGraphDatabase database, Lineage lineage, GraphViewBuilder builder, CancellationToken cancellationToken)
    {
        var parameters = Parameters.Of(("ids", GraphValue.FromStrings(lineage.Nodes.Select(node => node.Id))));
        var contrasts = await database.ReadAllAsync(ExploringQueries.ContrastsAmong, parameters, QueryOptions.Reading, cancellationToken);
        foreach (var row in contrasts.Rows)
        {
            builder.Add(row[0]);
        }

        var ground = await database.ReadAllAsync(ExploringQueries.GroundOf, parameters, QueryOptions.Reading, cancellationToken);
        var shared = ground.Rows.GroupBy(row => row[1].AsNode().ElementId, StringComparer.Ordinal)
            .OrderByDescending(group => group.Select(row => row[0].AsNode().ElementId).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(group => EntityViews.IdOf(group.First()[1].AsNode()), StringComparer.Ordinal)
            .Take(GroundLimit)
            .SelectMany(group => group);
        var edges = new Dictionary<(string, string), EdgeView>();
        foreach (var row in shared)
        {
            builder.Add(row[1]);
            var edge = Ground(row[0].AsNode(), row[1].AsNode(), row[2].AsRelationship(), row[3].AsNode());
            edges.TryAdd((edge.From, edge.To), edge);
        }

        return [.. edges.Values];
    }

    /// <summary>A concept is evaluated where the paper that introduces it is: an edge of this view, not of the graph.</summary>
    private static EdgeView Ground(GraphNode concept, GraphNode ground, GraphRelationship evaluation, GraphNode paper)
    {
        var edge = EntityViews.Describe(evaluation, paper, ground);
        return edge with { Id = $"{concept.ElementId}>{edge.Id}", From = EntityViews.IdOf(concept), Derived = true, Via = EntityViews.IdOf(paper) };
    }
}
