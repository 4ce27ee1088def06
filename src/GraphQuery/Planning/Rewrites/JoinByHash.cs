namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Replaces a scan per row, filtered by an equality of a property with a value in the row, by a look-up in a hash table of the property, which is built once per run. The
/// predicate is kept above it, because the table compares by equivalence.
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
