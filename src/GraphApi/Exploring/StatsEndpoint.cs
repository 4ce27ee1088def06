using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.GraphApi.Hosting;
using Stemma.GraphApi.Wire;
using Stemma.GraphModel;
using Stemma.GraphModel.Database;

namespace Stemma.GraphApi.Exploring;

/// <summary>The graph in numbers, and whether the service answers.</summary>
internal static class StatsEndpoint
{
    private static readonly QueryOptions Scanning = QueryOptions.Reading with { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Counts nodes by label, relationships by type, papers by year.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="answers">Keeps the answer.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Ok<StatsView>> Handle(ServedGraph graph, KeptAnswers answers, CancellationToken cancellationToken) =>
        TypedResults.Ok(await GetAsync(graph, answers, cancellationToken));

    /// <summary>The numbers, cached.</summary>
    internal static Task<StatsView> GetAsync(ServedGraph graph, KeptAnswers answers, CancellationToken cancellationToken) =>
        answers.GetAsync(nameof(StatsEndpoint), stop => ReadAsync(graph, stop), cancellationToken);

    private static async Task<StatsView> ReadAsync(ServedGraph graph, CancellationToken cancellationToken)
    {
        var database = graph.Database;
        var byLabel = await CountsAsync(database, ExploringQueries.CountByLabel, cancellationToken);
        var byType = await CountsAsync(database, ExploringQueries.CountByType, cancellationToken);
        var nodes = await CountAsync(database, ExploringQueries.CountNodes, cancellationToken);
        var years = await database.ReadAllAsync(ExploringQueries.PapersPerYear, Parameters.Of(), Scanning, cancellationToken);
        return new StatsView(
            byLabel.GetValueOrDefault(GraphSchema.Labels.Paper), nodes, byType.Values.Sum(), byLabel, byType,
            [.. years.Rows.Select(row => new YearCount((int)row[0].AsInteger(), (int)row[1].AsInteger()))], graph.Name);
    }

    /// <summary>Says that the service answers, and what it serves.</summary>
    /// <param name="graph">The served graph.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public static async Task<Ok<HealthView>> Health(ServedGraph graph, CancellationToken cancellationToken)
    {
        var papers = await CountAsync(graph.Database, ExploringQueries.CountPapers, cancellationToken);
        return TypedResults.Ok(new HealthView("ok", graph.Name, papers, ServedGraph.Version));
    }

    private static async Task<Dictionary<string, int>> CountsAsync(IGraphDatabase database, string query, CancellationToken cancellationToken)
    {
        var counts = await database.ReadAllAsync(query, Parameters.Of(), Scanning, cancellationToken);
        return counts.Rows.ToDictionary(row => row[0].AsString(), row => (int)row[1].AsInteger(), StringComparer.Ordinal);
    }

    private static async Task<int> CountAsync(IGraphDatabase database, string query, CancellationToken cancellationToken) =>
        (int)(await database.ReadAllAsync(query, Parameters.Of(), Scanning, cancellationToken)).Rows[0][0].AsInteger();
}
