namespace Stemma.GraphAnalysis.Communities;

/// <summary>
/// Communities by modularity: the Louvain method (Blondel et al. 2008), then each community split into its connected parts, because
/// Louvain can leave a community disconnected (Traag et al. 2019). Vertices are visited in order and ties go to the smaller community,
/// so the result is a function of the graph.
/// </summary>
public static class CommunityFinder
{
    /// <summary>Levels of aggregation at most; real graphs settle in four or five.</summary>
    private const int MostLevels = 12;

    /// <summary>Passes over the vertices of one level at most.</summary>
    private const int MostPasses = 16;

    /// <summary>For each vertex the number of its community, from 0, the largest first. Direction is ignored; parallel arcs add up.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">Weight by arc, positive; null for 1 each.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public static int[] Find(CsrGraph graph, IReadOnlyList<double>? weights, CancellationToken cancellationToken)
    {
        var community = Enumerable.Range(0, graph.VertexCount).ToArray();
        var level = WeightedLevel.Of(graph, weights);
        for (var depth = 0; depth < MostLevels; depth++)
        {
            var moved = level.MoveVertices(MostPasses, cancellationToken);
            if (!moved)
            {
                break;
            }

            var groups = level.Communities(out var count);
            for (var vertex = 0; vertex < community.Length; vertex++)
            {
                community[vertex] = groups[community[vertex]];
            }

            level = level.Aggregate(groups, count);
        }

        return Connected(graph, community, cancellationToken);
    }

    private static int[] Connected(CsrGraph graph, int[] community, CancellationToken cancellationToken)
    {
        var (sources, targets) = (new List<int>(), new List<int>());
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            if (community[graph.SourceOf(arc)] == community[graph.TargetOf(arc)])
            {
                sources.Add(graph.SourceOf(arc));
                targets.Add(graph.TargetOf(arc));
            }
        }

        return Components.Find(CsrGraph.FromArcs(graph.VertexCount, [.. sources], [.. targets]), cancellationToken);
    }
}
