using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Turns a scan of nodes and an expansion of each along one type into a scan of the relationships of that type, where all of them begin at such nodes, or there are not more
/// of them than nodes: the same relationships are met, and no node is asked for its own.
/// </summary>
internal static class ScanByType
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) => PlanRewriter.BottomUp(plan, node =>
        node is Expand { Into: false, Relationship.Types: LabelName type, Input: ScanNodes scan } expand
        && expand.Direction != PatternDirection.Both
        && expand.From.Slot == scan.Slot
        && IsShorter(scan.Label, type.Name, expand.Direction, statistics)
            ? new ScanRelationships(scan.Input, scan.Label, expand)
            : node);

    private static bool IsShorter(string? label, string type, PatternDirection direction, GraphStatistics statistics) =>
        label is null
        || statistics.Relationships(new LabelName(type, default)) <= statistics.NodesWith(label)
        || statistics.AllEndsHave(type, label, atEnd: direction == PatternDirection.Incoming);
}
