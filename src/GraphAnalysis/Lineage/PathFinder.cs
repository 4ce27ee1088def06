using QuikGraph;
using QuikGraph.Algorithms;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>
/// The best paths between the start nodes of two neighbourhoods that meet: k shortest paths (Hoffman and Pavley 1959, QuikGraph's), traversing relationships in both
/// directions. A hop costs 1, plus 1 − confidence, plus <see cref="LoneCost"/> ÷ supporting papers, plus <see cref="CrowdCost"/> × log₁₀ of the relationships at the
/// inner node that it leads to, so that a path through a hub (everything builds on reinforcement learning) means less than one through a node with few relationships.
/// </summary>
internal static class PathFinder
{
    /// <summary>Cost of each tenfold of relationships at an inner node.</summary>
    private const double CrowdCost = 0.25;

    /// <summary>Cost of a relation that only one paper supports.</summary>
    private const double LoneCost = 0.5;

    /// <summary>Candidates generated per requested path, because the algorithm also returns walks that visit a node twice.</summary>
    private const int Candidates = 8;

    /// <summary>At most <paramref name="count"/> paths, best first.</summary>
    public static IReadOnlyList<LineagePath> Find(Neighbourhood[] sides, string from, string to, int count)
    {
        var nodes = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        var best = new Dictionary<(string, string), GraphRelationship>();
        foreach (var side in sides)
        {
            foreach (var (id, (node, _)) in side.Nodes)
            {
                nodes[id] = node;
            }

            foreach (var (descendant, ancestor, relationship) in side.Arcs)
            {
                Keep(best, (descendant, ancestor), relationship);
                Keep(best, (ancestor, descendant), relationship);
            }
        }

        var graph = new BidirectionalGraph<string, SEquatableEdge<string>>(allowParallelEdges: false);
        graph.AddVertexRange(nodes.Keys.Order(StringComparer.Ordinal));
        graph.AddEdgeRange(best.Keys.Order().Select(pair => new SEquatableEdge<string>(pair.Item1, pair.Item2)));
        double Cost(SEquatableEdge<string> edge) => CostOf(best[(edge.Source, edge.Target)], graph.OutDegree(edge.Target), edge.Target == to);
        return [.. graph.RankedShortestPathHoffmanPavley(Cost, from, to, count * Candidates)
            .Select(path => path.ToList()).Where(IsSimple)
            .Select(path => new LineagePath([nodes[from], .. path.Select(edge => nodes[edge.Target])], [.. path.Select(edge => best[(edge.Source, edge.Target)])], path.Sum(Cost)))
            .OrderBy(path => path.Cost).Take(count)];
    }

    private static void Keep(Dictionary<(string, string), GraphRelationship> best, (string, string) pair, GraphRelationship relationship)
    {
        if (!best.TryGetValue(pair, out var before) || Confidence(relationship) > Confidence(before)
            || (Confidence(relationship) == Confidence(before) && string.CompareOrdinal(relationship.Type, before.Type) < 0))
        {
            best[pair] = relationship;
        }
    }

    private static double CostOf(GraphRelationship relationship, int ways, bool isEnd) =>
        2 - Confidence(relationship) + (LoneCost / Math.Max(1, Papers(relationship))) + (isEnd ? 0 : CrowdCost * Math.Log10(Math.Max(ways, 1)));

    private static double Confidence(GraphRelationship relationship) =>
        relationship.Properties.TryGetValue(GraphSchema.Keys.Confidence, out var value) && value.IsNumber ? value.AsNumber() : 0.5;

    private static double Papers(GraphRelationship relationship) =>
        relationship.Properties.TryGetValue(GraphSchema.Keys.Papers, out var value) && value.IsNumber ? value.AsNumber() : 1;

    private static bool IsSimple(List<SEquatableEdge<string>> path) =>
        path.Select(edge => edge.Target).Append(path[0].Source).Distinct(StringComparer.Ordinal).Count() == path.Count + 1;
}
