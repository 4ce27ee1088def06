using System.Diagnostics;
using Stemma.GraphStore.Neo4j;

namespace Stemma.Benchmarks.Engines;

/// <summary>A real Neo4j server, filled by its bulk importer and queried over HTTP through Stemma's own client.</summary>
internal sealed class Neo4jEngine : IEngine
{
    /// <summary>The graph fits into either; a server that has the machine to itself would have larger defaults.</summary>
    private static readonly string[] Memory = ["--heap", "2g", "--pagecache", "1g"];

    public string Name => "Neo4j";

    public string Dialect => "cypher";

    public Task<string?> FindObstacleAsync(CancellationToken cancellationToken) => Task.FromResult(Neo4jHome.Obstacle);

    public async Task<EngineOutcome> RunAsync(EngineJob job, string folder, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var isNew = !File.Exists(Path.Combine(job.Database, "loaded"));
        if (isNew)
        {
            await ImportAsync(job, cancellationToken);
        }

        var loadSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        using var home = await Neo4jHome.StartAsync(job.Database, cancellationToken, Memory);
        var openMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await using var database = await Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(home.Http), TimeProvider.System, cancellationToken);
        if (isNew)
        {
            await new Neo4jIndexes(database).CreateAsync(job.Nodes, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(job.Database, "loaded"), "", cancellationToken);
        }

        return await MeasureAsync(database, job, home.Process, isNew ? loadSeconds : null, openMs, cancellationToken);
    }

    private static async Task<EngineOutcome> MeasureAsync(
        Neo4jGraphDatabase database, EngineJob job, int process, double? loadSeconds, double openMs, CancellationToken cancellationToken)
    {
        ProcessMemory.ForgetPeak(process);
        var timer = new QueryTimer(database, job.Policy);
        var queries = new List<QueryOutcome>();
        foreach (var query in job.Queries)
        {
            queries.Add(await timer.TimeAsync(query, cancellationToken));
        }

        return new EngineOutcome(
            database.Description.Split(' ')[1], loadSeconds, openMs, ProcessMemory.ResidentMb(process), ProcessMemory.PeakMb(process), queries);
    }

    private static Task ImportAsync(EngineJob job, CancellationToken cancellationToken)
    {
        var headers = Directory.CreateDirectory(Path.Combine(job.TablesFolder, "headers")).FullName;
        string[] tables =
        [
            .. job.Nodes.Select(table => $"--nodes={table.Label}={Table(table.File, $"id:ID({table.Label}),name{(table.HasYear ? ",year:long" : "")}\n")}"),
            .. job.Relationships.Select(table => $"--relationships={table.Type}={Table(table.File, $":START_ID({table.From}),:END_ID({table.To})\n")}"),
        ];
        return Neo4jHome.ImportAsync(job.Database, ["--overwrite-destination", .. tables], cancellationToken);

        string Table(string file, string columns)
        {
            File.WriteAllText(Path.Combine(headers, file), columns);
            return $"{Path.Combine(headers, file)},{Path.Combine(job.TablesFolder, file)}";
        }
    }
}
