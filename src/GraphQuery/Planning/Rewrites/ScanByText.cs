using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Replaces a scan under <c>CONTAINS</c>, <c>STARTS WITH</c> or <c>ENDS WITH</c> on a property by a search of the property's column.</summary>
internal static class ScanByText
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Filter { Input: ScanNodes { Label: not null } scan } filter ? Search(filter, scan) : node);

    private static Plan Search(Filter filter, ScanNodes scan)
    {
        var found = filter.Predicates.OfType<BinaryOperation>().FirstOrDefault(predicate => IsSearch(predicate, scan));
        if (found is not { Left: PropertyValue property })
        {
            return filter;
        }

        BoundExpression[] rest = [.. filter.Predicates.Where(predicate => !ReferenceEquals(predicate, found))];
        var search = new ScanTexts(scan.Input, scan.Slot, scan.Name, scan.Label!, property.Key, found.Operator, found.Right);
        return rest.Length == 0 ? search : new Filter(search, rest);
    }

    private static bool IsSearch(BinaryOperation predicate, ScanNodes scan) =>
        predicate is { Operator: BinaryOperator.Contains or BinaryOperator.StartsWith or BinaryOperator.EndsWith, Left: PropertyValue { Owner: SlotValue owner } }
        && owner.Slot == scan.Slot
        && predicate.Right is Constant or ParameterValue or SlotValue
        && !predicate.Right.Slots.Contains(scan.Slot);
}
