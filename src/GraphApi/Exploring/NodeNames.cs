using System.Reflection;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Exploring;

/// <summary>Marks a parameter that takes the id of a node and also accepts its name.</summary>
/// <param name="query">Cypher that finds a node of the one kind that is meant; null for any kind.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NodeNameAttribute(string? query = null) : Attribute
{
    /// <summary>Cypher that finds a node of the one kind that is meant; null for any kind.</summary>
    public string? Query => query;
}

/// <summary>
/// Resolves names given instead of ids. An id passes; a name or alias of one node is answered by a redirect to the same request with the id, one of
/// several nodes by 300 with the choices, and anything else by 404 with the nearest nodes.
/// </summary>
internal static class NodeNames
{
    /// <summary>If several nodes share a name, the first is chosen when this many times more papers use the name for it than for the second; the same ratio as in asking.</summary>
    private const double Dominance = 4;

    private const int MostChoices = 8;

    /// <summary>Resolves the marked parameters of a handler before it runs.</summary>
    public static EndpointFilterDelegate Resolve(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var marked = factory.MethodInfo.GetParameters()
            .Select(parameter => (Parameter: parameter, Mark: parameter.GetCustomAttribute<NodeNameAttribute>()!))
            .Where(pair => pair.Mark is not null).ToArray();
        return marked.Length == 0
            ? next
            : async invocation =>
            {
                foreach (var (parameter, mark) in marked)
                {
                    if (await ResolveAsync(invocation, parameter, mark) is { } otherwise)
                    {
                        return otherwise;
                    }
                }

                return await next(invocation);
            };
    }

    private static async Task<IResult?> ResolveAsync(EndpointFilterInvocationContext invocation, ParameterInfo parameter, NodeNameAttribute mark)
    {
        var (context, name) = (invocation.HttpContext, invocation.GetArgument<string>(parameter.Position));
        var (database, stop) = (context.RequestServices.GetRequiredService<ServedGraph>().Database, context.RequestAborted);
        var known = mark.Query is { } query
            ? await EntityFinder.FindAsync(database, query, name, stop)
            : await EntityFinder.FindAsync(database, name, stop);
        if (known is not null)
        {
            return null;
        }

        var hits = (await context.RequestServices.GetRequiredService<NameSearch>().FindAsync(name, stop)).Where(hit => mark.Query is null || KindOf(hit.Node) == mark.Query).ToArray();
        var meant = Meant(hits, name.Trim());
        return meant.Length == 1
            ? TypedResults.Redirect(With(context.Request, parameter.Name!, EntityViews.IdOf(meant[0])))
            : await ChooseAsync(database, mark, name, meant.Length > 1, meant.Length > 1 ? meant : [.. hits.Select(hit => hit.Node)], stop);
    }

    /// <summary>The query that finds a node of this kind; null for kinds that no handler asks for alone, such as authors.</summary>
    private static string? KindOf(GraphNode node) =>
        node.Labels.Contains(GraphSchema.Labels.Paper) ? EntityQueries.PaperById
        : node.Labels.Contains(GraphSchema.Labels.Concept) ? EntityQueries.ConceptById
        : null;

    /// <summary>The nodes with exactly this name; only the first if it is by far the most used.</summary>
    private static GraphNode[] Meant(Hit[] hits, string name)
    {
        Hit[] named =
        [
            .. hits.Where(hit => hit.Order == NameSearch.WholeName),
            .. hits.Where(hit => hit.Order == NameSearch.PaperOrder && string.Equals(EntityViews.Text(hit.Node.Properties, GraphSchema.Keys.Title), name, StringComparison.OrdinalIgnoreCase)),
        ];
        return named.Length > 1 && named[0].Papers >= Dominance * named[1].Papers ? [named[0].Node] : [.. named.Select(hit => hit.Node)];
    }

    private static string With(HttpRequest request, string parameter, string id)
    {
        var query = new QueryBuilder(request.Query.Where(pair => !string.Equals(pair.Key, parameter, StringComparison.OrdinalIgnoreCase)));
        query.Add(parameter, id);
        return request.PathBase + request.Path + query.ToQueryString();
    }

    private static async Task<ProblemHttpResult> ChooseAsync(
        IGraphDatabase database, NodeNameAttribute mark, string name, bool isAmbiguous, GraphNode[] choices, CancellationToken cancellationToken)
    {
        var builder = new GraphViewBuilder();
        foreach (var node in choices.Take(MostChoices))
        {
            builder.Add(node);
        }

        var kind = mark.Query switch { EntityQueries.ConceptById => "concept", EntityQueries.PaperById => "paper", _ => "node" };
        var views = (await builder.BuildAsync(database, null, cancellationToken)).Nodes;
        return isAmbiguous
            ? Problems.Make(StatusCodes.Status300MultipleChoices, $"{kind}.ambiguous", $"“{name}” is the name of {choices.Length} things in this graph{(choices.Length > MostChoices ? $"; these are {MostChoices} of them" : "")}.", ("choices", views))
            : Problems.Make(StatusCodes.Status404NotFound, $"{kind}.not-found", $"There is no {kind} with the id or name “{name}” in this graph.", ("choices", views));
    }
}
