using System.Diagnostics;
using System.Globalization;
using Stemma.GraphStore.Neo4j;
using Stemma.Testing;

namespace Stemma.Benchmarks.Engines;

/// <summary>A real Neo4j server, filled by its bulk importer and asked over HTTP as Stemma asks it.</summary>
internal sealed class Neo4jEngine : IEngine
{
    /// <summary>The graph fits into either; the defaults of a server that has the machine to itself would be larger.</summary>
    private static readonly string[] Memory = ["--heap", "2g", "--pagecache", "1g"];

    private readonly string? _script = SharedFolder.Find("neo4j", "neo4j");

    public string Name => "Neo4j";

    public string Dialect => "cypher";

    public Task<string?> FindObstacleAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_script is null ? "needs neo4j/neo4j in the folder named by STEMMA_SHARED (default ../shared)" : null);

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
        var answer = await ScriptAsync("start", job.Database, Memory, cancellationToken);
        var openMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        try
        {
            await using var database = await Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(Line(answer, "http=")), TimeProvider.System, cancellationToken);
            if (isNew)
            {
                await new Neo4jIndexes(database).CreateAsync(job.Nodes, cancellationToken);
                await File.WriteAllTextAsync(Path.Combine(job.Database, "loaded"), "", cancellationToken);
            }

            var process = int.Parse(Line(answer, "pid="), CultureInfo.InvariantCulture);
            return await MeasureAsync(database, job, process, isNew ? loadSeconds : null, openMs, cancellationToken);
        }
        finally
        {
            await ScriptAsync("stop", job.Database, [], CancellationToken.None);
        }
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

    private async Task ImportAsync(EngineJob job, CancellationToken cancellationToken)
    {
        var headers = Directory.CreateDirectory(Path.Combine(job.TablesFolder, "headers")).FullName;
        string Table(string header, string file, string columns)
        {
            File.WriteAllText(Path.Combine(headers, header), columns);
            return $"{Path.Combine(headers, header)},{Path.Combine(job.TablesFolder, file)}";
        }

        string[] tables =
        [
            .. job.Nodes.Select(table =>
                $"--nodes={table.Label}={Table(table.File, table.File, $"id:ID({table.Label}),name{(table.HasYear ? ",year:long" : "")}\n")}"),
            .. job.Relationships.Select(table =>
                $"--relationships={table.Type}={Table(table.File, table.File, $":START_ID({table.From}),:END_ID({table.To})\n")}"),
        ];
        await ScriptAsync("import", job.Database, ["--overwrite-destination", .. tables], cancellationToken);
    }

    private async Task<string> ScriptAsync(string command, string home, string[] arguments, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home);
        var (code, output) = await ChildProcess.RunAsync(home, [_script!, command, home, .. arguments], cancellationToken);
        return code == 0 ? output : throw new EngineFailedException($"neo4j {command}: exit {code}: {output}");
    }

    private static string Line(string output, string name) => output.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
