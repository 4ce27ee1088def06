namespace Stemma.GraphAnalysis.Lineage;

/// <summary>Distances in arcs from one vertex to all others, by breadth-first search: O(vertices + arcs).</summary>
public static class Distances
{
    /// <summary>Distance of a vertex that cannot be reached.</summary>
    public const int Unreached = -1;

    /// <summary>For each vertex the number of arcs on a shortest path from <paramref name="source"/>, 0 for itself, or <see cref="Unreached"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="source">Where all paths start.</param>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    public static int[] From(CsrGraph graph, int source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)source, (uint)graph.VertexCount, nameof(source));
        var distances = new int[graph.VertexCount];
        Array.Fill(distances, Unreached);
        var reached = new int[graph.VertexCount];
        (distances[source], reached[0]) = (0, source);
        var (begin, end) = (0, 1);
        for (var steps = 1; begin < end; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (begin, end) = (end, Advance(graph, distances, reached, begin, end, steps));
        }

        return distances;
    }

    /// <summary>Visits the vertices one step beyond the last round; returns the new end of <paramref name="reached"/>.</summary>
    private static int Advance(CsrGraph graph, int[] distances, int[] reached, int begin, int end, int steps)
    {
        var next = end;
        for (var at = begin; at < end; at++)
        {
            foreach (var target in graph.TargetsOf(reached[at]))
            {
                if (distances[target] == Unreached)
                {
                    distances[target] = steps;
                    reached[next++] = target;
                }
            }
        }

        return next;
    }
}
