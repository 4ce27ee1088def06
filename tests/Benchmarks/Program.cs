using System.CommandLine;
using Stemma.Benchmarks.Algorithms;
using Stemma.Benchmarks.Engines;
using Stemma.Benchmarks.Extraction;
using Stemma.Benchmarks.Fuzzing;
using Stemma.Benchmarks.Hostile;
using Stemma.Benchmarks.Kills;
using Stemma.Benchmarks.Serving;

namespace Stemma.Benchmarks;

/// <summary>
/// Measures Stemma in comparison with other software, each time in one run and with a check that all give the same answer. Entry point of the project.
/// <c>engines</c>: <see cref="Graphs.BenchmarkGraph"/> → <see cref="EngineJob"/> → one process per engine → <see cref="EngineOutcome"/> → <see cref="EngineTable"/>.
/// <c>serving</c> and <c>viewer</c> measure a running service from outside: with many clients, and in a browser.
/// <c>extraction</c> measures the cost of each extraction stage per abstract.
/// The runner is not BenchmarkDotNet, because most of what is measured runs in other processes and languages, on a graph that takes seconds to load:
/// all engines must be warmed up, timed and stopped by one policy (<see cref="MeasuringPolicy"/>).
/// The other commands are <see cref="AlgorithmsCommand"/>, <see cref="HostileCommand"/>, <see cref="KillsCommand"/> and <see cref="FuzzCommand"/>; their output is recorded in
/// <c>docs/performance.md</c> and <c>docs/cypher.md</c>.
/// </summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Measures Stemma's engine and algorithms beside others, and tries to break them.")
        {
            EnginesCommand.Create(),
            MeasureCommand.Create(),
            AlgorithmsCommand.Create(),
            HostileCommand.Create(),
            KillsCommand.Create(),
            FuzzCommand.Create(),
            ExtractionCommand.Create(),
            ServingCommand.Create(),
            ViewerCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}
