namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// PageRank (Brin and Page 1998): p = (1 − d)/n + d (Pᵀp + dangling mass / n). Rank flows along arcs, so over BUILDS_ON it accumulates at what others build on. Parallel
/// arcs count separately. Solved as the linear system (I − d Pᵀ) y = 1, whose solution, scaled to sum 1, is p: dangling vertices need no term, because their mass is
/// spread like the rest (Del Corso, Gullì and Romani 2005). Components (<see cref="StrongComponents"/>) are solved in order by <see cref="LinearFlow"/>: everything
/// outside cycles in one pass, where power iteration takes a hundred sweeps.
/// </summary>
public static class PageRank
{
    /// <summary>Ranks that sum to 1.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cancellationToken">Stops between sweeps.</param>
    /// <param name="damping">d; 0.85 as in the paper.</param>
    /// <param name="tolerance">A component is solved once a sweep changes its ranks by no more than this share of their sum (L1).</param>
    /// <param name="mostSweeps">Maximum number of sweeps per component.</param>
    public static double[] Compute(CsrGraph graph, CancellationToken cancellationToken, double damping = 0.85, double tolerance = 1e-10, int mostSweeps = 200)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (order, ends) = StrongComponents.Of(graph);
        var (start, sources) = SourcesInOrder(graph, order);
        var flow = new LinearFlow(start, sources, Array.ConvertAll(order, vertex => graph.OutDegree(vertex) is var degree and > 0 ? damping / degree : 0));
        var first = 0;
        foreach (var end in ends)
        {
            flow.Settle(first, end, tolerance, mostSweeps, cancellationToken);
            first = end;
        }

        var weights = flow.Weights;
        var ranks = new double[order.Length];
        var sum = weights.Sum();
        for (var place = 0; place < order.Length; place++)
        {
            ranks[order[place]] = weights[place] / sum;
        }

        return ranks;
    }

    /// <summary>The sources of the arcs into each vertex, all as places in the order, so that a sweep reads memory sequentially.</summary>
    private static (int[] Start, int[] Sources) SourcesInOrder(CsrGraph graph, int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        var (start, sources) = (new int[order.Length + 1], new int[graph.ArcCount]);
        var end = 0;
        for (var place = 0; place < order.Length; place++)
        {
            foreach (var arc in graph.ArcsInto(order[place]))
            {
                sources[end++] = places[graph.SourceOf(arc)];
            }

            start[place + 1] = end;
        }

        return (start, sources);
    }
}
