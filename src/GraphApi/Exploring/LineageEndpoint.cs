using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Ancestors and descendants of a concept or paper.</summary>
internal static class LineageEndpoint
{
    /// <summary>Default number of nodes of a lineage: as many as a page can show with their labels (tried on the sample corpus and on 144,000 papers).</summary>
    internal const int UsualLimit = 32;

    /// <summary>Default number of hops of a lineage.</summary>
    internal const int UsualDepth = 2;

    /// <summary>Datasets and benchmarks shown beside a lineage: more would hide it.</summary>
    private const int GroundLimit = 6;

    /// <summary>Shows ancestors and descendants of a concept or paper; edges run from the descendant to its ancestor. A paper's goes on through the concepts that it introduces or builds on.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="finder">Fetches lineages.</param>
    /// <param name="of">Id of a concept or paper; a name or alias leads to it.</param>
    /// <param name="direction">Which way to go.</param>
    /// <param name="depth">Hops.</param>
    /// <param name="up">Hops to ancestors, where they are not as many as <paramref name="depth"/>.</param>
    /// <param name="down">Hops to descendants, where they are not as many as <paramref name="depth"/>.</param>
    /// <param name="limit">Nodes at most: the nearest first, among them the best supported.</param>
    /// <param name="asOf">Leaves out what is younger than this year.</param>
    /// <param name="kinds">A lineage of concepts or of papers.</param>
    /// <param name="contrast">Whether contrasts among the shown, and the datasets and benchmarks that they share, are added.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<LineageView>, ProblemHttpResult>> Handle(
        ServedGraph graph, LineageFinder finder, [NodeName] string of,
        [AllowedValues("both", "ancestors", "descendants")] string direction = "both", [Range(1, 8)] int depth = UsualDepth,
        [Range(0, 8)] int? up = null, [Range(0, 8)] int? down = null,
        [Range(1, 500)] int limit = UsualLimit, [Range(0, 9999)] int? asOf = null, [AllowedValues("concepts", "papers")] string kinds = "concepts",
        bool contrast = false, CancellationToken cancellationToken = default)
    {
        var request = new LineageRequest(of)
        {
            Direction = ReadDirection(direction), Depth = depth, AncestorDepth = up, DescendantDepth = down, Limit = limit, AsOf = asOf, ByPapers = kinds == "papers",
        };
        return await finder.FindAsync(request, cancellationToken) is { } lineage
            ? TypedResults.Ok(await DescribeAsync(graph.Database, lineage, await PaperLineage.FindAsync(graph.Database, lineage, request, cancellationToken), contrast, cancellationToken))
            : Problems.NotFound("node", of);
    }

    /// <summary>Draws a lineage. Arcs implied by a longer path are left out, except at the focus, which is what the user asked about.</summary>
    /// <param name="database">The graph that the lineage comes from.</param>
    /// <param name="lineage">The lineage.</param>
    /// <param name="concepts">Concepts through which a paper's lineage continues.</param>
    /// <param name="contrast">Whether contrasts and shared datasets are added.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    internal static async Task<LineageView> DescribeAsync(
        IGraphDatabase database, Lineage lineage, PaperLineage concepts, bool contrast, CancellationToken cancellationToken)
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

        concepts.AddTo(builder);
        IReadOnlyList<EdgeView> ground = contrast ? await AddContrastAsync(database, lineage, builder, cancellationToken) : [];
        var beside = builder.NodeCount - lineage.Nodes.Count;
        var view = await builder.BuildAsync(database, lineage.Total + beside + concepts.LeftOut, cancellationToken);
        return new LineageView(lineage.Focus, view with { Edges = [.. view.Edges, .. ground] }, lineage.RemovedArcs.Count + lineage.Arcs.Count - drawn.Length);
    }

    private static LineageDirection ReadDirection(string text) => text switch
    {
        "ancestors" => LineageDirection.Ancestors,
        "descendants" => LineageDirection.Descendants,
        _ => LineageDirection.Both,
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

    /// <summary>A concept counts as evaluated on whatever the paper that introduces it is evaluated on: an edge of this view, not of the graph.</summary>
    private static EdgeView Ground(GraphNode concept, GraphNode ground, GraphRelationship evaluation, GraphNode paper)
    {
        var edge = EntityViews.Describe(evaluation, paper, ground);
        return edge with { Id = $"{concept.ElementId}>{edge.Id}", From = EntityViews.IdOf(concept), Derived = true, Via = EntityViews.IdOf(paper) };
    }
}
