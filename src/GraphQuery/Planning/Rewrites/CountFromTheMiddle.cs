using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Counts the pairs of relationships that meet at a node, for a pattern of two hops whose end nodes are not read, by multiplying the lengths of adjacency lists
/// at each middle node: time linear in the nodes instead of in the pairs (eager aggregation, Yan and Larson 1995, on both sides of the join). Not applied if the
/// pattern has matched other relationships before, from which the two must differ: lengths cannot exclude them.
/// </summary>
internal static class CountFromTheMiddle
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) => PlanRewriter.BottomUp(plan, node =>
        node is not Aggregate { Weight: null, Input: Expand { Into: false } second } aggregate ? node
        : TwoHops.Of(second) is { } hops && CanCount(aggregate, hops, statistics) ? Count(aggregate, hops)
        : second.Input is Expand { Into: false } first && first.From.Slot == second.From.Slot && IsCountable(first) && IsCountable(second)
            && first.DistinctFrom.Count == 0 && second.DistinctFrom.All(slot => slot == first.Relationship.Slot)
            && CountByDegree.OnlyCounts(aggregate.Grouping, first, second)
            ? CountByDegree.Weighted(aggregate, new CountPairs(first.Input, first, second), first.Relationship.Slot, first, second)
        : node);

    private static bool IsCountable(Expand expand) => expand.Direction != PatternDirection.Both && TypeNames.ListOf(expand.Relationship.Types) is not null;

    private static bool CanCount(Aggregate aggregate, TwoHops hops, GraphStatistics statistics)
    {
        var (scan, middle, first, second) = hops;
        return IsCountable(first)
            && IsCountable(second)
            && middle.All(predicate => predicate.IsDeterministic && predicate.Slots.All(slot => slot == first.To.Slot))
            && !aggregate.Expressions.Any(expression => expression.Slots.Contains(scan.Slot))
            && CountByDegree.OnlyCounts(aggregate.Grouping, first with { To = new NamedSlot(scan.Slot, scan.Name) }, second)
            && NodesOf(first.ToLabels, statistics) <= (scan.Label is null ? statistics.NodeCount : statistics.NodesWith(scan.Label)) * (1 + statistics.Degree(first.Relationship.Types, first.Direction));
    }

    private static double NodesOf(LabelExpression? labels, GraphStatistics statistics) =>
        labels is null ? statistics.NodeCount : RequiredLabels.Of(labels).Select(statistics.NodesWith).DefaultIfEmpty(statistics.NodeCount).Min();

    private static Aggregate Count(Aggregate aggregate, TwoHops hops)
    {
        var (scan, predicates, first, second) = hops;
        var middle = first.To;
        var start = new NamedSlot(scan.Slot, scan.Name);
        Plan input = new ScanNodes(scan.Input, middle.Slot, middle.Name, first.ToLabels is LabelName label ? label.Name : null);
        var owner = new SlotValue(middle.Slot, middle.Name, StaticType.Node);
        BoundExpression[] tests = first.ToLabels is null or LabelName ? [.. predicates] : [new LabelCheck(owner, first.ToLabels), .. predicates];
        input = tests.Length == 0 ? input : new Filter(input, tests);
        var back = first with
        {
            Input = input,
            From = middle,
            To = start,
            Direction = first.Direction.Reversed(),
            ToLabels = scan.Label is null ? null : new LabelName(scan.Label, default),
        };
        return CountByDegree.Weighted(aggregate, new CountPairs(input, back, second), back.Relationship.Slot, back, second);
    }

    /// <summary>A scan, a hop to a middle node, predicates on that node, and a second hop.</summary>
    private sealed record TwoHops(ScanNodes Scan, IReadOnlyList<BoundExpression> Middle, Expand First, Expand Second)
    {
        public static TwoHops? Of(Expand second) => second.Input switch
        {
            Filter { Input: Expand { Into: false, Input: ScanNodes { Input: SingleRow } scan } first } filter when Meets(first, second) => new TwoHops(scan, filter.Predicates, first, second),
            Expand { Into: false, Input: ScanNodes { Input: SingleRow } scan } first when Meets(first, second) => new TwoHops(scan, [], first, second),
            _ => null,
        };

        private static bool Meets(Expand first, Expand second) => second.From.Slot == first.To.Slot;
    }
}
