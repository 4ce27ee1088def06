using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Answers <c>count</c> of all nodes, of all relationships of a type, and of the relationships at a node, from the graph's own numbers instead of
/// visiting each.
/// </summary>
internal static class CountWithoutVisiting
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Aggregate { Grouping.Keys.Count: 0, Weight: null } aggregate ? Count(aggregate) : node);

    private static Plan Count(Aggregate aggregate) => aggregate switch
    {
        { Grouping.Aggregations: [var count], Input: ScanNodes { Input: SingleRow } scan } when Counts(count, scan.Slot) =>
            new CountNodes(scan.Input, count.Slot, count.Name, scan.Label),
        { Grouping.Aggregations: [var count], Input: Expand { Into: false, ToLabels: null, DistinctFrom.Count: 0, Input: ScanNodes { Input: SingleRow, Label: null } scan } expand }
            when expand.Direction != PatternDirection.Both && expand.Relationship.Types is null or LabelName && Counts(count, scan.Slot, expand.Relationship.Slot, expand.To.Slot) =>
            new CountRelationships(scan.Input, count.Slot, count.Name, (expand.Relationship.Types as LabelName)?.Name),
        _ => aggregate,
    };

    /// <summary>Whether the aggregate counts rows, or a slot that is never null.</summary>
    private static bool Counts(Aggregation count, params ReadOnlySpan<int> slots) =>
        count.Function is null
        || (count is { Distinct: false, Arguments: [SlotValue slot] } && count.Function.Name == "count" && slots.Contains(slot.Slot));
}
