using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>
/// Replaces a scan of nodes and an expansion of each along one type by a scan of the relationships of that type, if all of them start at such nodes, or there are no more
/// of them than nodes: the matched relationships are the same, and no adjacency list is read.
/// </summary>
internal static class ScanByType
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan, GraphStatistics statistics) => PlanRewriter.BottomUp(plan, node =>
        node is Expand { Input: ScanNodes scan } expand && Serves(expand, scan, statistics) ? new ScanRelationships(scan.Input, scan.Label, expand) : node);

    /// <summary>Whether all relationships of the type start at the scanned nodes, or there are no more of them than nodes.</summary>
    public static bool Serves(Expand expand, ScanNodes scan, GraphStatistics statistics) =>
        expand is { Into: false, Relationship.Types: LabelName type, Direction: not PatternDirection.Both }
        && expand.From.Slot == scan.Slot
        && (scan.Label is null
            || statistics.Relationships(type) <= statistics.NodesWith(scan.Label)
            || statistics.AllEndsHave(type.Name, scan.Label, atEnd: expand.Direction == PatternDirection.Incoming));
}
