using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Moves each predicate down to the lowest operator above which its slots are set, so that rows are dropped early.</summary>
internal static class PushDownFilters
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Filter filter ? PushAll(filter.Input, filter.Predicates) : node);

    private static Plan PushAll(Plan input, IReadOnlyList<BoundExpression> predicates)
    {
        // Predicates that end up at the same place keep their order, as an earlier one may guard a later one.
        foreach (var predicate in predicates)
        {
            input = Push(input, predicate);
        }

        return input;
    }

    private static Plan Push(Plan plan, BoundExpression predicate) => plan switch
    {
        Filter filter when CanPass(filter.Input, predicate) => filter with { Input = Push(filter.Input, predicate) },
        Filter filter => filter with { Predicates = [.. filter.Predicates, predicate] },
        InputPlan step when CanPass(step, predicate) => step.WithChildren([Push(step.Input, predicate), .. step.Children.Skip(1)]),
        _ => new Filter(plan, [predicate]),
    };

    /// <summary>Whether the operator handles rows one by one and does not set what the predicate reads. A predicate with rand() is evaluated for each row, so it stays.</summary>
    private static bool CanPass(Plan plan, BoundExpression predicate) =>
        predicate.IsDeterministic
        && plan is ScanNodes or SeekNodes or SeekElements or Expand or ExpandPaths or ExpandGroup or ListNodes or FollowRelationship or ShortestPaths or ShortestMatches or BuildPath or Filter or Unwind
        && !plan.Sets.Intersect(predicate.Slots).Any()
        && (plan is not Filter filter || CanPass(filter.Input, predicate));
}
