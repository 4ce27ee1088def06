using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Counts of a graph's content. They come from queries to the graph's own engine, so they are the same wherever the graph is stored.</summary>
/// <param name="Source">Description of the graph.</param>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Relationships">Number of relationships.</param>
/// <param name="ByLabel">Nodes by label, in descending order; a node counts for each of its labels.</param>
/// <param name="ByType">Relationships by type, in descending order.</param>
/// <param name="ByYear">Papers by year, earliest first; papers without a year are omitted.</param>
public sealed record GraphStatistics(
    string Source,
    long Nodes,
    long Relationships,
    IReadOnlyList<(string Name, long Count)> ByLabel,
    IReadOnlyList<(string Name, long Count)> ByType,
    IReadOnlyList<(long Year, long Count)> ByYear)
{
    // Counting scans the whole graph; on a busy server this may exceed the usual query timeout.
    private static readonly QueryOptions Counting = QueryOptions.Reading with { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>Runs the counting queries.</summary>
    public static async Task<GraphStatistics> ReadAsync(IGraphDatabase database, CancellationToken cancellationToken)
    {
        var nodes = await ReadAsync(StatisticsQueries.CountNodes);
        var labels = await ReadAsync(StatisticsQueries.CountLabels);
        var types = await ReadAsync(StatisticsQueries.CountTypes);
        var years = await ReadAsync(StatisticsQueries.CountYears);
        var byType = types.Select(row => (row[0].AsString(), row[1].AsInteger())).ToList();
        return new GraphStatistics(
            database.Description,
            nodes[0][0].AsInteger(),
            byType.Sum(type => type.Item2),
            [.. labels.Select(row => (row[0].AsString(), row[1].AsInteger()))],
            byType,
            [.. years.Select(row => (row[0].AsInteger(), row[1].AsInteger()))]);

        async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> ReadAsync(string cypher) =>
            (await database.ReadAllAsync(cypher, new Dictionary<string, GraphValue>(StringComparer.Ordinal), Counting, cancellationToken)).Rows;
    }
}
