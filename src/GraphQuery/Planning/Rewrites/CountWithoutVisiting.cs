using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Answers <c>count</c> of all nodes or all relationships, also by label or type, from the graph's own counts.
/// </summary>
internal static class CountWithoutVisiting
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node switch
    {
        Aggregate { Grouping.Keys.Count: 0, Weight: null } aggregate => Count(aggregate),
        Aggregate { Grouping: { Keys: [var key], Aggregations: [var count] }, Weight: null } aggregate => CountBy(aggregate, key, count),
        _ => node,
    });

    private static Plan Count(Aggregate aggregate) => aggregate switch
    {
        { Grouping.Aggregations: [var count], Input: ScanNodes { Input: SingleRow } scan } when Counts(count, scan.Slot) =>
            new CountNodes(scan.Input, count.Slot, count.Name, scan.Label),
        { Grouping.Aggregations: [var count], Input: Expand { Into: false, ToLabels: null, DistinctFrom.Count: 0, Input: ScanNodes { Input: SingleRow, Label: null } scan } expand }
            when expand.Direction != PatternDirection.Both && expand.Relationship.Types is null or LabelName && Counts(count, scan.Slot, expand.Relationship.Slot, expand.To.Slot) =>
            new CountRelationships(scan.Input, count.Slot, count.Name, (expand.Relationship.Types as LabelName)?.Name),
        _ => aggregate,
    };

    /// <summary>Counts all relationships by type, or all nodes by label.</summary>
    private static Plan CountBy(Aggregate aggregate, Assignment key, Aggregation count) => (aggregate.Input, key.Value) switch
    {
        (Expand { Into: false, ToLabels: null, Relationship.Types: null, DistinctFrom.Count: 0, Input: ScanNodes { Input: SingleRow, Label: null } scan } expand,
            FunctionValue { Function.Name: "type", Arguments: [SlotValue relationship] })
            when expand.Direction != PatternDirection.Both && relationship.Slot == expand.Relationship.Slot && Counts(count, scan.Slot, expand.Relationship.Slot, expand.To.Slot) =>
            new CountByToken(scan.Input, key.Slot, key.Name, count.Slot, count.Name, OfNodes: false),
        (Unwind { Input: ScanNodes { Input: SingleRow, Label: null } scan, Source: FunctionValue { Function.Name: "labels", Arguments: [SlotValue node] } } unwind, SlotValue label)
            when node.Slot == scan.Slot && label.Slot == unwind.Slot && Counts(count, scan.Slot, unwind.Slot) =>
            new CountByToken(scan.Input, key.Slot, key.Name, count.Slot, count.Name, OfNodes: true),
        _ => aggregate,
    };

    /// <summary>Whether the aggregate counts rows, or a slot that is never null.</summary>
    private static bool Counts(Aggregation count, params ReadOnlySpan<int> slots) =>
        count.Function is null
        || (count is { Distinct: false, Arguments: [SlotValue slot] } && count.Function.Name == "count" && slots.Contains(slot.Slot));
}
