namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Optimises a plan by passes in a fixed order. Each preserves the rows, which tests check for every pass.</summary>
internal sealed class PlanRewriter(GraphStatistics statistics)
{
    /// <summary>The passes, in order.</summary>
    private readonly IReadOnlyList<Func<Plan, Plan>> _passes =
    [
        // First, so that predicates are directly above the scans, where the next passes expect them.
        PushDownFilters.Rewrite,
        SeekByElementId.Rewrite,
        plan => ScanByLabel.Rewrite(plan, statistics),
        plan => SeekByIndex.Rewrite(plan, statistics),
        ScanByText.Rewrite,
        JoinByHash.Rewrite,
        CheckLabelsWhileExpanding.Rewrite,
        KeepTopRows.Rewrite,
        ReachWithoutPaths.Rewrite,

        // Last: they replace whole subplans in the form that the other passes produce.
        CountWithoutVisiting.Rewrite,
        plan => CountFromTheMiddle.Rewrite(plan, statistics),
        plan => CountFromTheFarEnd.Rewrite(plan, statistics),
        CountByDegree.Rewrite,
        plan => CountByEnd.Rewrite(plan, statistics),
        plan => ScanByType.Rewrite(plan, statistics),
        LateProperties.Rewrite,
    ];

    /// <summary>Runs all passes.</summary>
    public Plan Rewrite(Plan plan) => _passes.Aggregate(plan, (current, pass) => pass(current));

    /// <summary>Rewrites a tree bottom-up; a node whose children are unchanged is reused.</summary>
    public static Plan BottomUp(Plan plan, Func<Plan, Plan> rewrite)
    {
        var before = plan.Children;
        var after = new Plan[before.Count];
        var isSame = true;
        for (var i = 0; i < after.Length; i++)
        {
            after[i] = BottomUp(before[i], rewrite);
            isSame &= ReferenceEquals(before[i], after[i]);
        }

        return rewrite(isSame ? plan : plan.WithChildren(after));
    }
}
