using System.Diagnostics;
using Stemma.GraphAnalysis;
using Stemma.GraphAnalysis.Communities;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphAnalysis.Ranks;

namespace Stemma.Benchmarks.Algorithms;

/// <summary>Stemma's results and median times.</summary>
/// <param name="Milliseconds">Median by algorithm.</param>
/// <param name="Ranks">PageRank by vertex.</param>
/// <param name="Steps">For each source, the distance in arcs to every vertex, −1 if unreachable.</param>
/// <param name="Components">Component by vertex.</param>
/// <param name="Communities">Community by vertex.</param>
internal sealed record AlgorithmTimes(IReadOnlyDictionary<string, double> Milliseconds, double[] Ranks, int[][] Steps, int[] Components, int[] Communities)
{
    /// <summary>Timed runs per algorithm, after as many for warm-up, in which code is compiled.</summary>
    public const int Runs = 5;

    /// <summary>Number of breadth-first searches timed together, from vertices spread over the graph.</summary>
    private const int Sources = 20;

    /// <summary>Runs all algorithms.</summary>
    public static AlgorithmTimes Measure(CsrGraph graph, CancellationToken cancellationToken)
    {
        var times = new Dictionary<string, double>();
        var ranks = Time("PageRank", () => PageRank.Compute(graph, cancellationToken));
        var steps = Time("BFS", () => SourcesOf(graph).Select(source => Distances.From(graph, source, cancellationToken)).ToArray());
        var components = Time("components", () => GraphAnalysis.Communities.Components.Find(graph, cancellationToken));
        var communities = Time("communities", () => CommunityFinder.Find(graph, null, cancellationToken));
        return new AlgorithmTimes(times, ranks, steps, components, communities);

        T Time<T>(string name, Func<T> compute)
        {
            var result = compute();
            var measured = new List<double>();
            for (var run = 0; run < 2 * Runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                result = compute();
                measured.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times[name] = measured.Skip(Runs).Order().ElementAt(Runs / 2);
            return result;
        }
    }

    private static IEnumerable<int> SourcesOf(CsrGraph graph)
    {
        for (var source = 0; source < graph.VertexCount; source += Math.Max(1, graph.VertexCount / Sources))
        {
            yield return source;
        }
    }
}
