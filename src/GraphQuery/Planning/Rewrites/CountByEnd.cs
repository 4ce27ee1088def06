namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Where all relationships of a type are counted by the node at their far end, counts them in one pass before they are grouped, so that a row stands for a node and not for
/// a relationship (eager aggregation, Yan and Larson 1995). <see cref="CountFromTheFarEnd"/> comes first: where the nodes are few, the lengths of their adjacency are at hand.
/// </summary>
internal static class CountByEnd
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) => PlanRewriter.BottomUp(plan, node =>
        node is Aggregate { Weight: null, Input: Expand { DistinctFrom.Count: 0, Input: ScanNodes scan } expand } aggregate
        && ScanByType.Serves(expand, scan, statistics)
        && expand with { To = new NamedSlot(scan.Slot, scan.Name) } is var turned
        && CountByDegree.OnlyCounts(aggregate.Grouping, turned)
            ? CountByDegree.Weighted(aggregate, new CountEnds(scan.Input, scan.Label, expand), expand.Relationship.Slot, turned)
            : node);
}
