using System.Diagnostics;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.Benchmarks.Engines;

/// <summary>Runs the queries of a job on a graph database and times them by its policy.</summary>
/// <param name="database">The engine.</param>
/// <param name="policy">How long to warm up and to measure.</param>
internal sealed class QueryTimer(IGraphDatabase database, MeasuringPolicy policy)
{
    private static readonly QueryOptions Unlimited = QueryOptions.Reading with { MaxRows = null, Timeout = TimeSpan.FromMinutes(5), MaxMemoryBytes = null };

    /// <summary>Runs one query.</summary>
    public async Task<QueryOutcome> TimeAsync(EngineQuery query, CancellationToken cancellationToken)
    {
        Dictionary<string, GraphValue>[] arguments = [.. query.Arguments.Select(set => set.ToDictionary(pair => pair.Key, pair => GraphValue.From(pair.Value)))];
        try
        {
            var rows = new List<IReadOnlyList<IReadOnlyList<string?>>>();
            foreach (var set in arguments)
            {
                rows.Add([.. (await RunAsync(query.Text, set, cancellationToken)).Select(row => row.Select(TextOf).ToArray())]);
            }

            return new QueryOutcome(query.Name, await TimeAsync(query.Text, arguments, cancellationToken), rows, null);
        }
        catch (QueryException fault)
        {
            return new QueryOutcome(query.Name, [], [], fault.Message);
        }
    }

    private async Task<List<double>> TimeAsync(string text, Dictionary<string, GraphValue>[] arguments, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var run = 0; run < policy.MaxWarmUps && Stopwatch.GetElapsedTime(start).TotalMilliseconds < policy.WarmUpMs; run++)
        {
            await RunAsync(text, arguments[run % arguments.Length], cancellationToken);
        }

        var times = new List<double>();
        start = Stopwatch.GetTimestamp();
        while (times.Count < policy.MinRuns || (times.Count < policy.MaxRuns && Stopwatch.GetElapsedTime(start).TotalMilliseconds < policy.MeasureMs))
        {
            var set = arguments[times.Count % arguments.Length];
            var begin = Stopwatch.GetTimestamp();
            await RunAsync(text, set, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return times;
    }

    private async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> RunAsync(string text, Dictionary<string, GraphValue> arguments, CancellationToken cancellationToken) =>
        (await database.ReadAllAsync(text, arguments, Unlimited, cancellationToken)).Rows;

    private static string? TextOf(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => null,
        GraphValueKind.Integer => value.AsInteger().ToString(),
        _ => value.AsString(),
    };
}
