namespace Stemma.GraphAnalysis.Communities;

/// <summary>
/// Communities by modularity: the Leiden method (Traag et al. 2019). Like the Louvain method (Blondel et al. 2008) it moves vertices and then contracts communities, but
/// it contracts connected parts of them, so that a part can still leave. The method restarts from the communities found while they improve; finally each community is
/// split into its connected components. Vertices are visited in order and ties go to the community with the smaller number, so the result is a function of the graph.
/// </summary>
public static class CommunityFinder
{
    /// <summary>Maximum number of aggregation levels; real graphs settle in four or five.</summary>
    private const int MostLevels = 12;

    /// <summary>Maximum mean number of visits per vertex on one level.</summary>
    private const int MostVisits = 16;

    /// <summary>Maximum number of rounds; a third gains less than a five-hundredth, and takes as long as the first.</summary>
    private const int MostRounds = 2;

    /// <summary>For each vertex its community, numbered from 0 in descending order of size. Direction is ignored; weights of parallel arcs add up.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">Weight per arc, positive; null for 1 each.</param>
    /// <param name="cancellationToken">Checked every few thousand steps.</param>
    public static int[] Find(CsrGraph graph, IReadOnlyList<double>? weights, CancellationToken cancellationToken)
    {
        var first = WeightedLevel.Of(graph, weights);
        var community = Enumerable.Range(0, graph.VertexCount).ToArray();
        for (var round = 0; round < MostRounds && Improve(first, community, cancellationToken); round++)
        {
            first.StartWith(community);
        }

        return Connected(graph, community, cancellationToken);
    }

    /// <summary>One pass up the levels; false if no vertex moved on any of them.</summary>
    private static bool Improve(WeightedLevel first, int[] community, CancellationToken cancellationToken)
    {
        var level = first;
        var vertexOf = Enumerable.Range(0, community.Length).ToArray();
        var any = false;
        for (var depth = 0; depth < MostLevels; depth++)
        {
            var moved = level.MoveVertices(MostVisits, cancellationToken);
            any |= moved;
            var parts = level.Refine(out var count);
            if (count == level.VertexCount)
            {
                break;
            }

            var known = level.CommunitiesOf(parts, count);
            level = level.Aggregate(parts, count);
            level.StartWith(known);
            for (var vertex = 0; vertex < vertexOf.Length; vertex++)
            {
                vertexOf[vertex] = parts[vertexOf[vertex]];
            }
        }

        var groups = level.Communities(out _);
        for (var vertex = 0; vertex < community.Length; vertex++)
        {
            community[vertex] = groups[vertexOf[vertex]];
        }

        return any;
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
