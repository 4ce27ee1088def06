using Stemma.GraphModel.Values;

namespace Stemma.GraphModel.Database;

/// <summary>Reads whole results that are known to be small.</summary>
public static class GraphDatabaseReading
{
    /// <summary>Runs a read query and returns all of its rows. Errors as in <see cref="IGraphDatabase.RunAsync"/>.</summary>
    public static async Task<QueryRows> ReadAllAsync(
        this IGraphDatabase database,
        string cypher,
        IReadOnlyDictionary<string, GraphValue> parameters,
        QueryOptions options,
        CancellationToken cancellationToken)
    {
        var result = await database.RunAsync(cypher, parameters, options, cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            var rows = new List<IReadOnlyList<GraphValue>>();
            await foreach (var row in result.ReadRowsAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(row);
            }

            return new QueryRows(result.Columns, rows, result.Summary);
        }
    }
}

/// <summary>A whole result.</summary>
/// <param name="Columns">Column names.</param>
/// <param name="Rows">One value per column.</param>
/// <param name="Summary">Counters, time and plan.</param>
public sealed record QueryRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<GraphValue>> Rows, QuerySummary Summary);
