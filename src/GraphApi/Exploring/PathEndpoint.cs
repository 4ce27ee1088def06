using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;

namespace Stemma.GraphApi.Exploring;

/// <summary>How two concepts are connected.</summary>
internal static class PathEndpoint
{
    /// <summary>Finds the best few ways between two concepts along descent; where there is none, papers that name both.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="finder">Fetches paths.</param>
    /// <param name="from">Id of a concept; a name or alias leads to it.</param>
    /// <param name="to">Id of another, or its name.</param>
    /// <param name="max">Ways at most.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Results<Ok<PathsView>, ProblemHttpResult>> Handle(
        ServedGraph graph, LineageFinder finder, [NodeName] string from, [NodeName] string to, [Range(1, 10)] int max = 3,
        CancellationToken cancellationToken = default)
    {
        if (from == to)
        {
            return Problems.BadRequest("request.to", $"Both ends are '{from}'; a way needs two concepts.");
        }

        var paths = await finder.FindPathsAsync(from, to, max, asOf: null, cancellationToken);
        if (paths.Count == 0)
        {
            paths = await finder.FindCommonPapersAsync(from, to, max, cancellationToken);
        }

        var builder = new GraphViewBuilder();
        foreach (var path in paths)
        {
            foreach (var node in path.Nodes)
            {
                builder.Add(node);
            }

            foreach (var relationship in path.Relationships)
            {
                builder.Add(relationship);
            }
        }

        var view = await builder.BuildAsync(graph.Database, null, cancellationToken);
        PathView[] ways =
        [
            .. paths.Select(path => new PathView([.. path.Nodes.Select(EntityViews.IdOf)], [.. path.Relationships.Select(edge => edge.ElementId)])),
        ];
        return TypedResults.Ok(new PathsView(from, to, ways, view));
    }
}
