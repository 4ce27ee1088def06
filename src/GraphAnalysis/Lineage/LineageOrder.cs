using QuikGraph;
using QuikGraph.Algorithms;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphAnalysis.Lineage;

/// <summary>
/// Turns a neighbourhood into a lineage: keeps the best nodes, breaks cycles, orders topologically and marks implied arcs, with QuikGraph's strongly connected
/// components, topological sort and transitive reduction.
/// </summary>
internal static class LineageOrder
{
    /// <summary>Weight of a variant relation when choosing the best nodes: as much as two papers that state a descent.</summary>
    private const double Variant = 2;

    /// <summary>Weight of each doubling of the number of papers that mention a node.</summary>
    private const double Use = 0.5;

    /// <summary>Arranges at most <paramref name="limit"/> nodes.</summary>
    public static Lineage Arrange(string focus, Neighbourhood neighbourhood, int limit)
    {
        var kept = Best(focus, neighbourhood, limit);
        var arcs = neighbourhood.Arcs
            .Where(arc => arc.From != arc.To && kept.ContainsKey(arc.From) && kept.ContainsKey(arc.To))
            .OrderBy(arc => arc.From, StringComparer.Ordinal).ThenBy(arc => arc.To, StringComparer.Ordinal).ThenBy(arc => arc.Relationship.Type, StringComparer.Ordinal)
            .Select(arc => new LineageArc(arc.From, arc.To, arc.Relationship, false)).ToList();
        var removed = CycleArcs(kept, arcs);
        var forward = arcs.Except(removed).ToList();
        var graph = Graph(kept.Keys, forward);
        var implied = forward.Select(Edge).Except(graph.ComputeTransitiveReduction().Edges).ToHashSet();
        var ordered = graph.TopologicalSort().Reverse().Select(id => kept[id]).ToList();
        return new Lineage(
            focus, ordered, [.. forward.Select(arc => arc with { IsImplied = implied.Contains(Edge(arc)) })], removed, neighbourhood.Nodes.Count);
    }

    private static SortedDictionary<string, LineageNode> Best(string focus, Neighbourhood neighbourhood, int limit)
    {
        var support = neighbourhood.Arcs.GroupBy(arc => neighbourhood.Nodes[arc.From].Depth > 0 ? arc.From : arc.To)
            .ToDictionary(group => group.Key, group => group.Max(arc => SupportOf(arc.Relationship)));
        var best = neighbourhood.Nodes
            .OrderBy(pair => pair.Key == focus ? 0 : 1).ThenBy(pair => Math.Abs(pair.Value.Depth))
            .ThenByDescending(pair => support.GetValueOrDefault(pair.Key) + (Use * Math.Log2(1 + Number(pair.Value.Node.Properties, GraphSchema.Keys.PaperCount))))
            .ThenByDescending(pair => Number(pair.Value.Node.Properties, GraphSchema.Keys.Rank))
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Math.Max(limit, 1));
        return new SortedDictionary<string, LineageNode>(
            best.ToDictionary(pair => pair.Key, pair => new LineageNode(pair.Key, pair.Value.Depth, YearOf(pair.Value.Node), pair.Value.Node)), StringComparer.Ordinal);
    }

    /// <summary>
    /// Within a strongly connected component, the arcs from the older node to the younger, in the same year from the smaller id; without them no cycle remains.
    /// </summary>
    private static List<LineageArc> CycleArcs(SortedDictionary<string, LineageNode> nodes, List<LineageArc> arcs)
    {
        var component = new Dictionary<string, int>(StringComparer.Ordinal);
        Graph(nodes.Keys, arcs).StronglyConnectedComponents(component);
        return [.. arcs.Where(arc => component[arc.From] == component[arc.To] && IsOlder(nodes[arc.From], nodes[arc.To]))];
    }

    private static bool IsOlder(LineageNode first, LineageNode second) =>
        (first.Year ?? int.MaxValue, first.Id).CompareTo((second.Year ?? int.MaxValue, second.Id)) < 0;

    private static BidirectionalGraph<string, SEquatableEdge<string>> Graph(IEnumerable<string> nodes, IEnumerable<LineageArc> arcs)
    {
        var graph = new BidirectionalGraph<string, SEquatableEdge<string>>(allowParallelEdges: false);
        graph.AddVertexRange(nodes);
        graph.AddEdgeRange(arcs.Select(Edge));
        return graph;
    }

    private static SEquatableEdge<string> Edge(LineageArc arc) => new(arc.From, arc.To);

    private static double SupportOf(GraphRelationship relationship) =>
        Number(relationship.Properties, GraphSchema.Keys.Papers) + Number(relationship.Properties, GraphSchema.Keys.Confidence) + (relationship.Type == GraphSchema.Types.VariantOf ? Variant : 0);

    private static int? YearOf(GraphNode node) =>
        node.Properties.TryGetValue(GraphSchema.Keys.Year, out var year) || node.Properties.TryGetValue(GraphSchema.Keys.FirstYear, out year)
            ? (int)year.AsInteger()
            : null;

    private static double Number(IReadOnlyDictionary<string, GraphValue> properties, string key) =>
        properties.TryGetValue(key, out var value) && value.IsNumber ? value.AsNumber() : 0;
}
