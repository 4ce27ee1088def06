using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Moves each predicate to the lowest operator above which its slots are set, so that rows fall away early.</summary>
internal static class PushDownFilters
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Filter filter ? PushAll(filter.Input, filter.Predicates) : node);

    private static Plan PushAll(Plan input, IReadOnlyList<BoundExpression> predicates)
    {
        // Predicates that stay at the same place keep their order: an earlier one may guard a later one.
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

    /// <summary>Steps that make rows of a row, one after the other, and do not set what the predicate reads. A predicate over rand() is asked for each row.</summary>
    private static bool CanPass(Plan plan, BoundExpression predicate) =>
        predicate.IsDeterministic
        && plan is ScanNodes or SeekNodes or SeekElements or Expand or ExpandPaths or ExpandGroup or ListNodes or FollowRelationship or ShortestPaths or ShortestMatches or BuildPath or Filter or Unwind
        && !plan.Sets.Intersect(predicate.Slots).Any()
        && (plan is not Filter filter || CanPass(filter.Input, predicate));
}
