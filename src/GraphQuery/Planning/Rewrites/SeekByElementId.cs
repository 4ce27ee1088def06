using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Replaces a scan under <c>elementId(n) = value</c> or <c>id(n) = value</c>, or under membership in a list, by a look-up of the node's number.</summary>
internal static class SeekByElementId
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) =>
        PlanRewriter.BottomUp(plan, node => node is Filter { Input: ScanNodes { Label: null } scan } filter ? Seek(filter, scan) : node);

    private static Plan Seek(Filter filter, ScanNodes scan)
    {
        foreach (var predicate in filter.Predicates.Where(predicate => predicate.IsDeterministic))
        {
            if (ElementIdEquality.Of(predicate) is { } equality && equality.Slot == scan.Slot)
            {
                BoundExpression[] rest = [.. filter.Predicates.Where(other => !ReferenceEquals(other, predicate))];
                var seek = new SeekElements(scan.Input, scan.Slot, scan.Name, equality.Value, equality.AnyOf, equality.ByNumber);
                return rest.Length == 0 ? seek : new Filter(seek, rest);
            }
        }

        return filter;
    }
}
