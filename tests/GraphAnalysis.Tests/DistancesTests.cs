using Stemma.GraphAnalysis;
using Stemma.GraphAnalysis.Lineage;

namespace Stemma.GraphAnalysisTests;

public sealed class DistancesTests
{
    [Fact]
    public void Steps_are_counted_along_arcs_and_what_cannot_be_reached_is_marked()
    {
        // 0 → 1 → 2 → 3, a short cut 0 → 2, a cycle back to 0, and 4 → 0 against the direction.
        var graph = CsrGraph.FromArcs(5, [0, 1, 2, 0, 2, 4], [1, 2, 3, 2, 0, 0]);
        Assert.Equal([0, 1, 1, 2, Distances.Unreached], Distances.From(graph, 0, TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 2, 3, 0], Distances.From(graph, 4, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_vertex_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Distances.From(CsrGraph.FromArcs(1, [], []), 1, TestContext.Current.CancellationToken));
}
