namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// PageRank (Brin and Page 1998): p ← (1 − d)/n + d (Pᵀp + dangling mass / n), by power iteration. Importance flows along arcs, so over BUILDS_ON it
/// gathers at what others build on. Parallel arcs count each.
/// </summary>
public static class PageRank
{
    /// <summary>Ranks that sum to 1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cancellationToken">Stops between iterations.</param>
    /// <param name="damping">d; 0.85 as in the paper.</param>
    /// <param name="tolerance">Stops once the ranks change by less in sum (L1).</param>
    /// <param name="mostIterations">Stops anyway.</param>
    public static double[] Compute(CsrGraph graph, CancellationToken cancellationToken, double damping = 0.85, double tolerance = 1e-10, int mostIterations = 200)
    {
        var count = graph.VertexCount;
        var ranks = new double[count];
        Array.Fill(ranks, count == 0 ? 0 : 1.0 / count);
        var shares = new double[count];
        for (var iteration = 0; iteration < mostIterations && count > 0; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Step(graph, ranks, shares, damping) < tolerance)
            {
                break;
            }
        }

        return ranks;
    }

    private static double Step(CsrGraph graph, double[] ranks, double[] shares, double damping)
    {
        var dangling = 0.0;
        for (var vertex = 0; vertex < ranks.Length; vertex++)
        {
            var degree = graph.OutDegree(vertex);
            shares[vertex] = degree == 0 ? 0 : ranks[vertex] / degree;
            dangling += degree == 0 ? ranks[vertex] : 0;
        }

        var (floor, change) = ((1 - damping + (damping * dangling)) / ranks.Length, 0.0);
        for (var vertex = 0; vertex < ranks.Length; vertex++)
        {
            var sum = 0.0;
            foreach (var arc in graph.ArcsInto(vertex))
            {
                sum += shares[graph.SourceOf(arc)];
            }

            var rank = floor + (damping * sum);
            change += Math.Abs(rank - ranks[vertex]);
            ranks[vertex] = rank;
        }

        return change;
    }
}
