using System.CommandLine;
using Stemma.Benchmarks.Engines;
using Stemma.Benchmarks.Graphs;
using Stemma.GraphAnalysis;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.Testing;

namespace Stemma.Benchmarks.Algorithms;

/// <summary>
/// <c>algorithms GRAPH</c>: compares PageRank, breadth-first search, components and communities with igraph's C core, on the same graph in one run. Ranks must agree to
/// 1e-8, steps and components exactly; communities must reach igraph's modularity within two hundredths, because no two heuristics find the same. Exit code 1 otherwise.
/// </summary>
internal static class AlgorithmsCommand
{
    private static readonly string[] Labels = ["Paper", "Concept"];
    private static readonly string[] Types = ["CITES", "BUILDS_ON", "USES", "EVALUATES_ON", "COMPARES_WITH", "ADDRESSES", "INTRODUCES", "VARIANT_OF", "PART_OF"];

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var graph = new Argument<FileInfo>("graph") { Description = "A graph file that stemma build made" };
        var command = new Command("algorithms", "Compares graph algorithms with igraph on a graph of one's own") { graph };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(graph).FullName, stop));
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        var work = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "benchmarks", "algorithms")).FullName;
        if (await IgraphPeer.InstallAsync(work, cancellationToken) is { } reason)
        {
            Console.Error.WriteLine($"igraph: left out, {reason}");
            return 0;
        }

        var agrees = true;
        foreach (var (name, graph) in Graphs(file, cancellationToken))
        {
            var theirs = await IgraphPeer.RunAsync(graph, work, cancellationToken);
            var table = new AlgorithmTable(graph, AlgorithmTimes.Measure(graph, cancellationToken), theirs);
            Console.Out.WriteLine($"\n{name}: {graph.VertexCount:N0} vertices, {graph.ArcCount:N0} arcs; igraph {theirs.Version}; median milliseconds\n\n{table}");
            agrees &= table.Agrees;
        }

        return agrees ? 0 : 1;
    }

    private static IEnumerable<(string Name, CsrGraph Graph)> Graphs(string file, CancellationToken cancellationToken)
    {
        using (var opened = GraphFile.Open(file))
        {
            yield return ("papers", GraphProjection.Of(opened.LoadGraph(cancellationToken), Labels, Types, cancellationToken).Graph);
        }

        if (SharedFolder.Find("graphs", "cit-hep-th.csv.gz") is { } citations)
        {
            yield return ("citations", GraphProjection.Of(CitationGraph.Load(citations), Labels, Types, cancellationToken).Graph);
        }
    }
}
