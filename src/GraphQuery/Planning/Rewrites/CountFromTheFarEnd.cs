using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// If all relationships of a type are counted by the node at their far end, starts there: each such node then occurs once, with the length of its adjacency list as
/// its count.
/// </summary>
internal static class CountFromTheFarEnd
{
    /// <summary>Number of rows that cost as much as one look-up of an adjacency list (measured on 144,000 papers).</summary>
    private const double RowsAnAdjacency = 2;

    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) => PlanRewriter.BottomUp(plan, node =>
        node is Aggregate { Weight: null, Input: Expand { Into: false, Input: ScanNodes { Input: SingleRow } scan } expand } aggregate && CanTurn(aggregate, expand, scan, statistics)
            ? aggregate with { Input = Turn(expand, scan) }
            : node);

    private static bool CanTurn(Aggregate aggregate, Expand expand, ScanNodes scan, GraphStatistics statistics)
    {
        var turned = expand with { To = new NamedSlot(scan.Slot, scan.Name) };
        var rows = scan.Label is null ? statistics.NodeCount : statistics.NodesWith(scan.Label);
        return expand.ToLabels is null or LabelName
            && TypeNames.ListOf(expand.Relationship.Types) is not null
            && aggregate.Grouping.Keys.Any(key => key.Value.Slots.Contains(expand.To.Slot))
            && CountByDegree.OnlyCounts(aggregate.Grouping, turned)
            && (expand.ToLabels is LabelName label ? statistics.NodesWith(label.Name) : statistics.NodeCount) <= rows + (statistics.Relationships(expand.Relationship.Types) / RowsAnAdjacency);
    }

    private static Expand Turn(Expand expand, ScanNodes scan) => expand with
    {
        Input = scan with { Slot = expand.To.Slot, Name = expand.To.Name, Label = (expand.ToLabels as LabelName)?.Name },
        From = expand.To,
        To = new NamedSlot(scan.Slot, scan.Name),
        Direction = expand.Direction.Reversed(),
        ToLabels = scan.Label is null ? null : new LabelName(scan.Label, default),
    };
}
