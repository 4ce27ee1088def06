using System.Globalization;
using System.Text;
using Stemma.GraphAnalysis;

namespace Stemma.Benchmarks.Algorithms;

/// <summary>Both sides as a Markdown table, with the checks.</summary>
/// <param name="graph">The graph.</param>
/// <param name="ours">Stemma's results.</param>
/// <param name="theirs">igraph's results.</param>
internal sealed class AlgorithmTable(CsrGraph graph, AlgorithmTimes ours, IgraphOutcome theirs)
{
    /// <summary>igraph solves PageRank exactly; Stemma stops once a sweep changes the ranks by less than 1e-10 of their sum.</summary>
    private const double RankTolerance = 1e-8;

    private const double ModularityTolerance = 0.02;

    private readonly double _ranks = ours.Ranks.Zip(theirs.Ranks, (own, other) => Math.Abs(own - other)).Max();
    private readonly bool _steps = ours.Steps.Zip(theirs.Steps).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    private readonly bool _components = SamePartition(ours.Components, theirs.Components);
    private readonly double _ownModularity = Modularity(graph, ours.Communities);
    private readonly double _otherModularity = Modularity(graph, theirs.Communities);

    /// <summary>Whether the results agree.</summary>
    public bool Agrees => _ranks < RankTolerance && _steps && _components && _ownModularity > _otherModularity - ModularityTolerance;

    /// <inheritdoc/>
    public override string ToString() => new StringBuilder("| algorithm | Stemma | igraph | Stemma ÷ igraph | check |\n|---|--:|--:|--:|---|\n")
        .Append(Row("PageRank", string.Create(CultureInfo.InvariantCulture, $"largest difference of a rank {_ranks:0.0e+0}")))
        .Append(Row("BFS", $"20 searches, all steps {(_steps ? "equal" : "DIFFER")}"))
        .Append(Row("components", $"{ours.Components.Max() + 1:N0} components, {(_components ? "equal" : "DIFFERENT")}"))
        .Append(Row("communities", string.Create(CultureInfo.InvariantCulture, $"modularity {_ownModularity:0.0000} and {_otherModularity:0.0000}")))
        .ToString();

    private string Row(string name, string check) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {ours.Milliseconds[name]:0.0} | {theirs.Milliseconds[name]:0.0} | {ours.Milliseconds[name] / theirs.Milliseconds[name]:0.00} | {check} |\n");

    private static bool SamePartition(int[] left, int[] right)
    {
        var pairs = left.Zip(right).ToHashSet();
        return pairs.Count == left.Distinct().Count() && pairs.Count == right.Distinct().Count();
    }

    /// <summary>Newman and Girvan (2004), direction ignored: Σ over communities of l/m − (d/2m)², with l the arcs inside, d the sum of degrees and m all arcs.</summary>
    private static double Modularity(CsrGraph graph, int[] community)
    {
        var (inside, degrees) = (new double[community.Max() + 1], new double[community.Max() + 1]);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (from, to) = (community[graph.SourceOf(arc)], community[graph.TargetOf(arc)]);
            inside[from] += from == to ? 1 : 0;
            degrees[from]++;
            degrees[to]++;
        }

        var all = (double)graph.ArcCount;
        return inside.Zip(degrees, (arcs, degree) => (arcs / all) - (degree / (2 * all) * (degree / (2 * all)))).Sum();
    }
}
