namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// If all relationships of a type are counted by the node at their far end, counts them in one pass before grouping, so that a row represents a node instead of
/// a relationship (eager aggregation, Yan and Larson 1995). <see cref="CountFromTheFarEnd"/> comes first: if there are few such nodes, the lengths of their adjacency lists are cheaper.
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
