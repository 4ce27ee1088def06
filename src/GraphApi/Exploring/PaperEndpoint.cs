using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>The page of a paper.</summary>
internal static class PaperEndpoint
{
    /// <summary>Describes a paper: its text, and each concept that it names with role and sentence.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="id">Paper id, for instance <c>arxiv:2305.18290</c>; a title leads to it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<PaperView>, ProblemHttpResult>> Handle(ServedGraph graph, [NodeName(EntityQueries.PaperById)] string id, CancellationToken cancellationToken)
    {
        var database = graph.Database;
        if (await EntityFinder.FindAsync(database, EntityQueries.PaperById, id, cancellationToken) is not { } paper)
        {
            return Problems.NotFound("paper", id);
        }

        var parameters = Parameters.Of(("id", GraphValue.From(id)));
        var concepts = await database.ReadAllAsync(ExploringQueries.ConceptsOf, parameters, QueryOptions.Reading, cancellationToken);
        var buildsOn = await database.ReadAllAsync(ExploringQueries.BuildsOn, parameters, QueryOptions.Reading, cancellationToken);
        var circumstances = (await database.ReadAllAsync(ExploringQueries.Circumstances, parameters, QueryOptions.Reading, cancellationToken)).Rows[0];

        var builder = new GraphViewBuilder();
        builder.Add(paper);
        foreach (var row in concepts.Rows)
        {
            builder.Add(row[0]);
        }

        var views = (await builder.BuildAsync(database, null, cancellationToken)).Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        return TypedResults.Ok(new PaperView(
            views[paper.ElementId],
            EntityViews.Text(paper.Properties, GraphSchema.Keys.Title) ?? id,
            EntityViews.Text(paper.Properties, GraphSchema.Keys.Abstract) ?? "",
            EntityViews.Integer(paper.Properties, GraphSchema.Keys.Year),
            EntityViews.Text(paper.Properties, GraphSchema.Keys.Venue),
            [.. circumstances[0].AsList().Where(author => author.IsString).Select(author => author.AsString())],
            Link(paper),
            [.. concepts.Rows.Select(row => DescribeConcept(views, paper, row[0].AsNode(), row[1].AsRelationship()))],
            [.. buildsOn.Rows.Select(row => EntityViews.Brief(row[0].AsNode()))],
            (int)circumstances[1].AsInteger(),
            (int)circumstances[2].AsInteger()));
    }

    private static PaperConcept DescribeConcept(
        Dictionary<string, NodeView> views, GraphNode paper, GraphNode concept, GraphRelationship relation) =>
        new(
            views[concept.ElementId], relation.Type.ToLowerInvariant(), EvidenceReader.Read(relation.Properties, paper),
            EntityViews.Number(relation.Properties, GraphSchema.Keys.Confidence), EntityViews.Strings(relation.Properties, GraphSchema.Keys.Surface));

    /// <summary>Only web addresses become links, because the input could contain any text.</summary>
    private static string? Link(GraphNode paper)
    {
        if (EntityViews.Text(paper.Properties, GraphSchema.Keys.Url) is { } url
            && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return uri.AbsoluteUri;
        }

        if (EntityViews.Text(paper.Properties, GraphSchema.Keys.Arxiv) is { } arxiv)
        {
            return "https://arxiv.org/abs/" + EscapePath(arxiv);
        }

        return EntityViews.Text(paper.Properties, GraphSchema.Keys.Doi) is { } doi ? "https://doi.org/" + EscapePath(doi) : null;
    }

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
