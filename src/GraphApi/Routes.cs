using Stemma.GraphApi.Asking;
using Stemma.GraphApi.Console;
using Stemma.GraphApi.Exploring;
using Stemma.GraphApi.Extracting;
using Stemma.GraphApi.Hosting;

namespace Stemma.GraphApi;

/// <summary>Every route of the service, in the order of the documentation.</summary>
internal static class Routes
{
    /// <summary>Maps all routes under <c>/api</c>; an unknown route is a 404 problem, not the viewer's page.</summary>
    public static void MapStemma(this WebApplication app)
    {
        var api = app.MapGroup("/api").ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var graph = api.MapGroup("").WithTags("Graph");
        graph.MapGet("/health", StatsEndpoint.Health).WithName("health");
        graph.MapGet("/stats", StatsEndpoint.Handle).WithName("stats");
        graph.MapGet("/start", StartEndpoint.Handle).WithName("start");

        var exploring = api.MapGroup("").WithTags("Exploring").ProducesProblem(StatusCodes.Status400BadRequest)
            .AddEndpointFilterFactory(ParameterRules.Check).AddEndpointFilterFactory(NodeNames.Resolve)
            .CacheOutput(policy => policy.AddPolicy<FixedAnswers>(), excludeDefaultPolicy: true);
        exploring.MapGet("/search", SearchEndpoint.Handle).WithName("search");

        var named = exploring.MapGroup("").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status302Found, typeof(void))).ProducesProblem(StatusCodes.Status300MultipleChoices)
            .ProducesProblem(StatusCodes.Status404NotFound);
        named.MapGet("/concept", ConceptEndpoint.Handle).WithName("concept");
        named.MapGet("/paper", PaperEndpoint.Handle).WithName("paper");
        named.MapGet("/neighbours", NeighboursEndpoint.Handle).WithName("neighbours");
        named.MapGet("/lineage", LineageEndpoint.Handle).WithName("lineage");
        named.MapGet("/path", PathEndpoint.Handle).WithName("path");

        var asking = api.MapGroup("").WithTags("Asking").ProducesProblem(StatusCodes.Status400BadRequest).AddEndpointFilterFactory(ParameterRules.Check);
        asking.MapPost("/ask", AskEndpoint.Handle).WithName("ask").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        asking.MapPost("/cypher", CypherEndpoint.Handle).WithName("cypher").AddEndpointFilter(app.Services.GetRequiredService<StatementLimit>())
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status504GatewayTimeout).ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        var extracting = api.MapGroup("").WithTags("Extracting").ProducesProblem(StatusCodes.Status400BadRequest);
        extracting.MapPost("/extract", ExtractEndpoint.Handle).WithName("extract");

        api.Map("/{**rest}", UnservedRequest.Answer).ExcludeFromDescription();
    }
}
