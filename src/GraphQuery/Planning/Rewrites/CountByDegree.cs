using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Where the last expansion below an aggregation is only counted, adds the lengths of adjacency lists up instead of making a row for each relationship.
/// </summary>
internal static class CountByDegree
{
    private static readonly AggregateFunction Sum = AggregateCatalog.TryFind("sum", out var sum) ? sum : throw new InvalidOperationException("There is no sum.");

    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node =>
        node is Aggregate { Input: Expand { Into: false } expand } aggregate && TypeNames.ListOf(expand.Relationship.Types) is not null && OnlyCounts(aggregate, expand)
            ? aggregate with { Input = new CountDegree(expand.Input, expand), Grouping = Summed(aggregate.Grouping, expand) }
            : node);

    private static bool OnlyCounts(Aggregate aggregate, Expand expand)
    {
        int[] expanded = [expand.Relationship.Slot, expand.To.Slot];
        return !aggregate.Grouping.Keys.Any(key => key.Value.Slots.Intersect(expanded).Any() || expanded.Contains(key.Slot))
            && aggregate.Grouping.Aggregations.All(aggregation => Counts(aggregation, expanded));
    }

    private static bool Counts(Aggregation aggregation, int[] expanded) =>
        aggregation.Function is null
        || (aggregation is { Distinct: false, Arguments: [SlotValue slot], Function.Name: "count" } && expanded.Contains(slot.Slot));

    private static Grouping Summed(Grouping grouping, Expand expand)
    {
        var degree = new SlotValue(expand.Relationship.Slot, "degree", StaticType.Integer);
        return grouping with { Aggregations = [.. grouping.Aggregations.Select(count => count with { Function = Sum, Arguments = [degree] })] };
    }
}
