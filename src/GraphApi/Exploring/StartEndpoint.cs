using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel.Database;

namespace Stemma.GraphApi.Exploring;

/// <summary>The first page of the viewer: the lineage of the method from which most others descend, as <see cref="LineageEndpoint"/> shows it.</summary>
internal static class StartEndpoint
{
    private static readonly QueryOptions Scanning = QueryOptions.Reading with { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Picks the method with the richest lineage in this graph, and shows it.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="finder">Fetches lineages.</param>
    /// <param name="answers">Keeps the answer.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Ok<StartView>> Handle(ServedGraph graph, LineageFinder finder, KeptAnswers answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await GetAsync(graph, finder, answers, cancellationToken));

    /// <summary>The page, cached.</summary>
    internal static Task<StartView> GetAsync(ServedGraph graph, LineageFinder finder, KeptAnswers answers, CancellationToken cancellationToken) =>
        answers.GetAsync(nameof(StartEndpoint), stop => ReadAsync(graph, finder, stop), cancellationToken);

    private static async Task<StartView> ReadAsync(ServedGraph graph, LineageFinder finder, CancellationToken cancellationToken)
    {
        var focus = await FirstAsync(graph.Database, ExploringQueries.RichestLineage, cancellationToken)
            ?? await FirstAsync(graph.Database, ExploringQueries.BestConcept, cancellationToken);
        if (focus is null || await finder.FindAsync(new LineageRequest(focus) { Limit = LineageEndpoint.UsualLimit, Depth = LineageEndpoint.UsualDepth }, cancellationToken) is not { } lineage)
        {
            return new StartView(null, new GraphView([], [], 0, 0));
        }

        var view = await LineageEndpoint.DescribeAsync(graph.Database, lineage, PaperLineage.Nothing, contrast: true, cancellationToken);
        return new StartView(focus, view.Graph);
    }

    private static async Task<string?> FirstAsync(IGraphDatabase database, string query, CancellationToken cancellationToken)
    {
        var rows = (await database.ReadAllAsync(query, Parameters.Of(), Scanning, cancellationToken)).Rows;
        return rows.Count == 0 ? null : EntityViews.IdOf(rows[0][0].AsNode());
    }
}
