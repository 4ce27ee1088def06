using System.CommandLine;
using Stemma.Benchmarks.Graphs;
using Stemma.Testing;

namespace Stemma.Benchmarks.Engines;

/// <summary>
/// <c>engines GRAPH</c>: runs the same queries on the same graph in Stemma, Kùzu, LadybugDB, Grafeo and Neo4j, in one run. Databases loaded earlier are reused, so that a
/// second run measures queries alone. Exit code 1 if an engine returns other rows.
/// </summary>
internal static class EnginesCommand
{
    /// <summary>Time after which a hanging engine is abandoned; the slowest one loads for two minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var graph = new Argument<FileInfo>("graph") { Description = "A graph file that stemma build made" };
        var only = new Option<string[]>("--only") { Description = "Engines to run: stemma, kuzu, ladybug, grafeo, neo4j", AllowMultipleArgumentsPerToken = true };
        var work = new Option<DirectoryInfo>("--work")
        {
            Description = "Folder for tables, databases and packages",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Repository.Root, "artifacts", "benchmarks")),
        };
        var command = new Command("engines", "Compares query engines on a graph of one's own") { graph, only, work };
        command.SetAction((parsed, stop) => RunAsync(
            parsed.GetRequiredValue(graph).FullName, parsed.GetValue(only) ?? [], parsed.GetRequiredValue(work).FullName, stop));
        return command;
    }

    private static async Task<int> RunAsync(string file, string[] only, string work, CancellationToken cancellationToken)
    {
        var engines = await FindAsync(only, work, cancellationToken);
        List<BenchmarkGraph> graphs = [PaperGraph.Prepare(file, work, cancellationToken)];
        if (SharedFolder.Find("graphs", "cit-hep-th.csv.gz") is { } citations)
        {
            graphs.Add(CitationGraph.Prepare(citations, work, cancellationToken));
        }

        var differences = new List<string>();
        foreach (var graph in graphs)
        {
            var table = new EngineTable(graph, await MeasureAsync(graph, engines, cancellationToken));
            Console.Out.WriteLine($"\n{graph.Name}, median milliseconds\n\n{table}");
            table.Faults.Concat(table.Differences).ToList().ForEach(Console.Out.WriteLine);
            differences.AddRange(table.Differences);
        }

        Console.Out.WriteLine(differences.Count == 0 ? "All engines gave the same rows." : $"{differences.Count} queries gave different rows.");
        return differences.Count == 0 ? 0 : 1;
    }

    private static async Task<List<IEngine>> FindAsync(string[] only, string work, CancellationToken cancellationToken)
    {
        var peers = new PeerFolder(Path.Combine(work, "peers"));
        (string Key, IEngine Engine)[] all =
        [
            ("stemma", new StemmaEngine()),
            ("kuzu", new NpmEngine("Kùzu", "kuzu", "columns.mjs", "kuzu", peers)),
            ("ladybug", new NpmEngine("LadybugDB", "@ladybugdb/core", "columns.mjs", "kuzu", peers)),
            ("grafeo", new NpmEngine("Grafeo", "@grafeo-db/js", "grafeo.mjs", "cypher", peers)),
            ("neo4j", new Neo4jEngine()),
        ];
        var found = new List<IEngine>();
        foreach (var (_, engine) in all.Where(entry => only.Length == 0 || entry.Key == "stemma" || only.Contains(entry.Key)))
        {
            var obstacle = await engine.FindObstacleAsync(cancellationToken);
            Console.Error.WriteLine(obstacle is null ? $"{engine.Name}: ready" : $"{engine.Name}: left out, {obstacle}");
            found.AddRange(obstacle is null ? [engine] : Array.Empty<IEngine>());
        }

        return found;
    }

    private static async Task<List<(IEngine Engine, EngineOutcome Outcome)>> MeasureAsync(BenchmarkGraph graph, List<IEngine> engines, CancellationToken cancellationToken)
    {
        var outcomes = new List<(IEngine, EngineOutcome)>();
        foreach (var engine in engines)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            var folder = Directory.CreateDirectory(Path.Combine(graph.Folder, "jobs", engine.Name)).FullName;
            File.Delete(Path.Combine(folder, "outcome.json"));
            try
            {
                var outcome = await engine.RunAsync(graph.JobFor(engine, new MeasuringPolicy()), folder, limit.Token);
                Console.Error.WriteLine($"{graph.Name}: {engine.Name} {outcome.Version} done{(outcome.LoadSeconds is { } load ? $", loaded in {load:0.0} s" : "")}");
                outcomes.Add((engine, outcome));
            }
            catch (EngineFailedException failure)
            {
                Console.Error.WriteLine($"{graph.Name}: {engine.Name} left out, {failure.Message}");
            }
        }

        return outcomes;
    }
}
