using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// If rows are made distinct above a variable-length path of which only the end node is read, reaches each node once instead of once per path, of which there
/// can be exponentially many. Applies to directed paths with a minimum length of 0 or 1: a node that any path reaches within the length is also reached by a shortest one, which uses no
/// relationship twice.
/// </summary>
internal static class ReachWithoutPaths
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node switch
    {
        Distinct distinct => distinct with { Input = Prune(distinct.Input, distinct.Slots) },
        Aggregate aggregate when aggregate.Grouping.Aggregations.All(IgnoresRepetition) =>
            aggregate with { Input = Prune(aggregate.Input, aggregate.Expressions.SelectMany(expression => expression.Slots)) },
        _ => node,
    });

    private static bool IgnoresRepetition(Aggregation aggregation) => aggregation.Distinct || aggregation.Function?.Name is "min" or "max";

    /// <summary>Descends through operators that produce equal rows for equal rows, collecting the slots read above.</summary>
    private static Plan Prune(Plan plan, IEnumerable<int> readAbove)
    {
        if (plan is not InputPlan step
            || !plan.Expressions.All(expression => expression.IsDeterministic)
            || plan is not (Filter or Project or Expand or ExpandPaths or ScanNodes or SeekNodes or SeekElements or Unwind or FollowRelationship))
        {
            return plan;
        }

        var reads = readAbove.Concat(Reads(step)).ToHashSet();
        var input = Prune(step.Input, reads);
        var pruned = ReferenceEquals(input, step.Input) ? step : step with { Input = input };
        return pruned is ExpandPaths paths && CanPrune(paths, reads) ? paths with { NodesOnly = true } : pruned;
    }

    private static IEnumerable<int> Reads(InputPlan step) => step.Expressions.SelectMany(expression => expression.Slots).Concat(step switch
    {
        Expand expand => expand.DistinctFrom,
        ExpandPaths paths => paths.DistinctFrom,
        FollowRelationship follow => follow.DistinctFrom.Append(follow.Relationship.Slot),
        _ => [],
    });

    private static bool CanPrune(ExpandPaths paths, HashSet<int> reads) =>
        paths.Direction != PatternDirection.Both
        && paths.Relationship.Length!.Minimum <= 1
        && paths.DistinctFrom.Count == 0
        && !reads.Contains(paths.Relationship.Slot);
}
