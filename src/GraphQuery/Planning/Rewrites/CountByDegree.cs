using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// If the result of the last expansion below an aggregation is only counted, uses the lengths of adjacency lists instead of producing a row per relationship: each row then
/// represents that many rows. Minimum, maximum and distinct aggregates are unaffected.
/// </summary>
internal static class CountByDegree
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node =>
        node is Aggregate { Weight: null, Input: Expand { Into: false } expand } aggregate
        && TypeNames.ListOf(expand.Relationship.Types) is not null
        && OnlyCounts(aggregate.Grouping, expand)
            ? Weighted(aggregate, new CountDegree(expand.Input, expand), expand.Relationship.Slot, expand)
            : node);

    /// <summary>Whether a grouping only counts what the expansions match, without reading it.</summary>
    public static bool OnlyCounts(Grouping grouping, params ReadOnlySpan<Expand> expansions)
    {
        var found = new List<int>();
        foreach (var expansion in expansions)
        {
            found.AddRange([expansion.Relationship.Slot, expansion.To.Slot]);
        }

        return !grouping.Keys.Any(key => !key.Value.IsDeterministic || key.Value.Slots.Intersect(found).Any() || found.Contains(key.Slot))
            && grouping.Aggregations.All(aggregation => CountsRows(aggregation, found) || IgnoresWeight(aggregation, found));
    }

    /// <summary>The aggregate over rows that each represent several; counts of what the expansions match become counts of rows.</summary>
    public static Aggregate Weighted(Aggregate aggregate, Plan input, int weight, params ReadOnlySpan<Expand> expansions)
    {
        var found = new List<int>();
        foreach (var expansion in expansions)
        {
            found.AddRange([expansion.Relationship.Slot, expansion.To.Slot]);
        }

        Aggregation[] aggregations =
        [
            .. aggregate.Grouping.Aggregations.Select(aggregation => CountsRows(aggregation, found) ? aggregation with { Function = null, Arguments = [] } : aggregation),
        ];
        return aggregate with { Input = input, Grouping = aggregate.Grouping with { Aggregations = aggregations }, Weight = weight };
    }

    private static bool CountsRows(Aggregation aggregation, List<int> found) =>
        aggregation.Function is null
        || (aggregation is { Distinct: false, Arguments: [SlotValue slot], Function.Name: "count" } && found.Contains(slot.Slot));

    private static bool IgnoresWeight(Aggregation aggregation, List<int> found) =>
        (aggregation.Distinct || aggregation.Function!.Name is "count" or "min" or "max")
        && !aggregation.Arguments.Any(argument => !argument.IsDeterministic || argument.Slots.Intersect(found).Any());
}
