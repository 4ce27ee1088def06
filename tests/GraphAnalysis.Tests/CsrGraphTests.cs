using CsCheck;
using QuikGraph.Algorithms;
using QuikGraph.Algorithms.ConnectedComponents;
using Stemma.GraphAnalysis;
using Stemma.GraphAnalysis.Communities;
using Stemma.GraphAnalysis.Ranks;
using Xunit;

namespace Stemma.GraphAnalysisTests;

public sealed class CsrGraphTests
{
    private static readonly Gen<CsrGraph> Graphs =
        from count in Gen.Int[1, 30]
        from arcs in Gen.Select(Gen.Int[0, count - 1], Gen.Int[0, count - 1]).Array[0, 60]
        select CsrGraph.FromArcs(count, [.. arcs.Select(a => a.Item1)], [.. arcs.Select(a => a.Item2)]);

    [Fact]
    public void Both_directions_hold_the_same_arcs() => Graphs.Sample(graph =>
    {
        var outgoing = graph.Vertices.SelectMany(graph.OutEdges).OrderBy(a => a.Arc);
        var incoming = graph.Vertices.SelectMany(graph.InEdges).OrderBy(a => a.Arc);
        return outgoing.SequenceEqual(graph.Edges) && incoming.SequenceEqual(graph.Edges);
    });

    [Fact]
    public void Components_are_those_that_QuikGraph_finds() => Graphs.Sample(graph =>
    {
        var algorithm = new WeaklyConnectedComponentsAlgorithm<int, CsrArc>(graph);
        algorithm.Compute();
        var ours = Components.Find(graph, CancellationToken.None);
        return graph.Edges.All(arc => ours[arc.Source] == ours[arc.Target])
            && ours.Distinct().Count() == algorithm.ComponentCount
            && graph.Vertices.All(v => graph.Vertices.All(w => (algorithm.Components[v] == algorithm.Components[w]) == (ours[v] == ours[w])));
    });

    [Fact]
    public void QuikGraph_orders_an_acyclic_graph_so_that_all_arcs_point_forward() => Graphs.Sample(graph =>
    {
        var forward = graph.Edges.Where(a => a.Source < a.Target).ToList();
        var acyclic = CsrGraph.FromArcs(graph.VertexCount, [.. forward.Select(a => a.Source)], [.. forward.Select(a => a.Target)]);
        var place = acyclic.TopologicalSort().Index().ToDictionary(p => p.Item, p => p.Index);
        return acyclic.Edges.All(a => place[a.Source] < place[a.Target]);
    });

    [Fact]
    public void Ranks_sum_to_one_and_gather_where_arcs_lead()
    {
        var graph = CsrGraph.FromArcs(4, [1, 2, 3, 3], [0, 0, 0, 1]);

        var ranks = PageRank.Compute(graph, TestContext.Current.CancellationToken);

        Assert.Equal(1, ranks.Sum(), 9);
        Assert.Equal(0, Array.IndexOf(ranks, ranks.Max()));
    }

    [Fact]
    public void Ranks_solve_the_equation_of_the_paper() => Graphs.Sample(graph =>
    {
        var ranks = PageRank.Compute(graph, CancellationToken.None);
        var dangling = graph.Vertices.Where(graph.IsOutEdgesEmpty).Sum(v => ranks[v]);
        return graph.Vertices.All(v =>
            Math.Abs(ranks[v] - ((0.15 + (0.85 * dangling)) / graph.VertexCount) - (0.85 * graph.InEdges(v).Sum(a => ranks[a.Source] / graph.OutDegree(a.Source)))) < 1e-8);
    });

    [Fact]
    public void Two_cliques_with_one_bridge_are_two_communities()
    {
        var (sources, targets) = (new List<int>(), new List<int>());
        foreach (var offset in new[] { 0, 5 })
        {
            for (var a = 0; a < 5; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    sources.Add(offset + a);
                    targets.Add(offset + b);
                }
            }
        }

        sources.Add(4);
        targets.Add(5);
        var graph = CsrGraph.FromArcs(11, [.. sources], [.. targets]);

        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2], CommunityFinder.Find(graph, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Communities_are_connected() => Graphs.Sample(graph =>
    {
        var community = CommunityFinder.Find(graph, null, CancellationToken.None);
        var inner = graph.Edges.Where(a => community[a.Source] == community[a.Target]).ToList();
        var components = Components.Find(CsrGraph.FromArcs(graph.VertexCount, [.. inner.Select(a => a.Source)], [.. inner.Select(a => a.Target)]), CancellationToken.None);
        return components.Distinct().Count() == community.Distinct().Count();
    });

    [Fact]
    public void A_vertex_out_of_range_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => CsrGraph.FromArcs(2, [0], [2]));

        Assert.Contains("Expected vertices from 0 to 1, found 2.", error.Message);
    }
}
