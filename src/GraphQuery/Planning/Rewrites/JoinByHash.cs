namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Turns a scan for each row, of which a property must equal something in the row, into a look-up in a hash table of the property, which is made once a run. The predicate
/// stays above, because the table takes equivalent values for equal.
/// </summary>
internal static class JoinByHash
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node =>
        node is Filter { Input: ScanNodes { Label: { } label } scan } filter && FindEquality(filter, scan) is { } equality
            ? filter with { Input = new JoinNodes(scan.Input, scan.Slot, scan.Name, label, equality.Key, equality.Value) }
            : node);

    private static PropertyEquality? FindEquality(Filter filter, ScanNodes scan) => filter.Predicates
        .Where(predicate => predicate.IsDeterministic)
        .Select(predicate => PropertyEquality.OfIndexed(predicate, scan.Slot))
        .FirstOrDefault(equality => equality is { AnyOf: false } && equality.Value.Slots.Any());
}
