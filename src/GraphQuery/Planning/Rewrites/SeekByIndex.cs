using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Replaces a scan under an equality, or under membership in a list, by a look-up in an index if there is one.</summary>
internal static class SeekByIndex
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) =>
        PlanRewriter.BottomUp(plan, node => node is Filter { Input: ScanNodes { Label: not null } scan } filter ? Seek(filter, scan, statistics) : node);

    private static Plan Seek(Filter filter, ScanNodes scan, GraphStatistics statistics)
    {
        // The scan's own label first: its predicate is already removed, those of other labels remain.
        var labels = filter.Predicates.OfType<LabelCheck>()
            .Where(check => check.Owner is SlotValue owner && owner.Slot == scan.Slot)
            .SelectMany(check => RequiredLabels.Of(check.Labels))
            .Prepend(scan.Label!);
        foreach (var label in labels)
        {
            foreach (var predicate in filter.Predicates.Where(predicate => predicate.IsDeterministic))
            {
                if (PropertyEquality.OfIndexed(predicate, scan.Slot) is { } equality && statistics.MayHaveIndex(label, equality.Key))
                {
                    return Replace(filter, scan, label, equality, predicate);
                }
            }
        }

        return filter;
    }

    private static Plan Replace(Filter filter, ScanNodes scan, string label, PropertyEquality equality, BoundExpression predicate)
    {
        var rest = filter.Predicates.Where(other => !ReferenceEquals(other, predicate)).ToList();
        if (label != scan.Label)
        {
            var owner = new SlotValue(scan.Slot, scan.Name, StaticType.Node);
            rest.Insert(0, new LabelCheck(owner, new LabelName(scan.Label!, default)));
        }

        var seek = new SeekNodes(scan.Input, scan.Slot, scan.Name, label, equality.Key, equality.Value, equality.AnyOf);
        return rest.Count == 0 ? seek : new Filter(seek, rest);
    }
}
