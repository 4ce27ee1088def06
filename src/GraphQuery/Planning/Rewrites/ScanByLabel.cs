using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Replaces a scan of all nodes under a label predicate by a scan of the nodes with that label; of several, the rarest.</summary>
internal static class ScanByLabel
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) =>
        PlanRewriter.BottomUp(plan, node => node is Filter { Input: ScanNodes { Label: null } scan } filter ? Narrow(filter, scan, statistics) : node);

    private static Plan Narrow(Filter filter, ScanNodes scan, GraphStatistics statistics)
    {
        var check = filter.Predicates.OfType<LabelCheck>()
            .Where(check => check.Owner is SlotValue owner && owner.Slot == scan.Slot && RequiredLabels.Of(check.Labels).Any())
            .MinBy(check => RequiredLabels.Of(check.Labels).Min(statistics.NodesWith));
        if (check is null)
        {
            return filter;
        }

        var label = RequiredLabels.Of(check.Labels).MinBy(statistics.NodesWith)!;
        return Filtered(scan with { Label = label }, filter.Predicates, check);
    }

    private static Plan Filtered(ScanNodes scan, IReadOnlyList<BoundExpression> predicates, LabelCheck check)
    {
        // The scan guarantees a single label; a condition with several is checked again.
        BoundExpression[] rest = check.Labels is LabelName ? [.. predicates.Where(predicate => !ReferenceEquals(predicate, check))] : [.. predicates];
        return rest.Length == 0 ? scan : new Filter(scan, rest);
    }
}
