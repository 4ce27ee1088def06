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
        node is Expand { Input: ScanNodes scan } expand && Serves(expand, scan, statistics) ? new ScanRelationships(scan.Input, scan.Label, expand) : node);

    /// <summary>Whether the relationships of the type are what the scan and the expansion would find, or not more than the nodes.</summary>
    public static bool Serves(Expand expand, ScanNodes scan, GraphStatistics statistics) =>
        expand is { Into: false, Relationship.Types: LabelName type, Direction: not PatternDirection.Both }
        && expand.From.Slot == scan.Slot
        && (scan.Label is null
            || statistics.Relationships(type) <= statistics.NodesWith(scan.Label)
            || statistics.AllEndsHave(type.Name, scan.Label, atEnd: expand.Direction == PatternDirection.Incoming));
}
