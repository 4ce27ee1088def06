using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>The page of a concept.</summary>
internal static class ConceptEndpoint
{
    private const int PaperLimit = 100;
    private const string ReportsRole = "reports";

    /// <summary>Describes a concept: its names, who introduced it, who builds on it and with which sentence.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="asker">Counts the papers in answers.</param>
    /// <param name="id">Concept id, for instance <c>direct-preference-optimization</c>; a name or alias leads to it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<ConceptView>, ProblemHttpResult>> Handle(ServedGraph graph, Asker asker, [NodeName(EntityQueries.ConceptById)] string id, CancellationToken cancellationToken)
    {
        var database = graph.Database;
        if (await EntityFinder.FindAsync(database, EntityQueries.ConceptById, id, cancellationToken) is not { } concept)
        {
            return Problems.NotFound("concept", id);
        }

        async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> Rows(string query) =>
            (await database.ReadAllAsync(
                query, Parameters.Of(("id", GraphValue.From(id)), ("limit", GraphValue.From(PaperLimit))), QueryOptions.Reading, cancellationToken)).Rows;

        var introducedBy = await Rows(ExploringQueries.IntroducedBy);
        var roles = (await Rows(ExploringQueries.RolesOf))
            .ToDictionary(row => RoleName(row[0].AsString()), row => (int)row[1].AsInteger(), StringComparer.Ordinal);
        var years = await Rows(ExploringQueries.YearsOf);
        var variants = await Rows(ExploringQueries.VariantsOf);
        var parents = await Rows(ExploringQueries.ParentsOf);
        var papers = await Rows(ExploringQueries.PapersOf);
        var results = await Rows(ExploringQueries.ResultsOn);

        var views = await DescribeAsync(database, [concept, .. variants.Concat(parents).Select(row => row[0].AsNode())], cancellationToken);
        return TypedResults.Ok(new ConceptView(
            views[concept.ElementId],
            EntityViews.Strings(concept.Properties, GraphSchema.Keys.Aliases),
            [.. introducedBy.Select(row => EntityViews.Brief(row[0].AsNode()))],
            EntityViews.Text(concept.Properties, GraphSchema.Keys.Origin),
            roles,
            [.. years.Select(row => new YearCount((int)row[0].AsInteger(), (int)row[1].AsInteger()))],
            [.. variants.Select(row => views[row[0].AsNode().ElementId])],
            [.. parents.Select(row => views[row[0].AsNode().ElementId])],
            [.. papers.Select(row => DescribePaper(row[0].AsNode(), row[1].AsRelationship()))],
            roles.Where(role => role.Key != ReportsRole).Sum(role => role.Value),
            [.. results.Select(DescribeResult)],
            await asker.CountByRoleAsync(concept, cancellationToken)));
    }

    private static string RoleName(string type) => type.ToLowerInvariant();

    private static ConceptPaper DescribePaper(GraphNode paper, GraphRelationship relation) =>
        new(
            EntityViews.Brief(paper), RoleName(relation.Type), EvidenceReader.Read(relation.Properties, paper),
            EntityViews.Number(relation.Properties, GraphSchema.Keys.Confidence));

    private static ReportedResult DescribeResult(IReadOnlyList<GraphValue> row)
    {
        var properties = row[1].AsRelationship().Properties;
        return new ReportedResult(
            EntityViews.Brief(row[0].AsNode()), EntityViews.Number(properties, GraphSchema.Keys.Value),
            EntityViews.Text(properties, GraphSchema.Keys.Unit), EntityViews.Text(properties, GraphSchema.Keys.Metric),
            row[2].IsString ? row[2].AsString() : EntityViews.Text(properties, GraphSchema.Keys.Of));
    }

    private static async Task<Dictionary<string, NodeView>> DescribeAsync(
        IGraphDatabase database, IEnumerable<GraphNode> nodes, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var node in nodes)
        {
            builder.Add(node);
        }

        var view = await builder.BuildAsync(database, null, cancellationToken);
        return view.Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
    }
}
