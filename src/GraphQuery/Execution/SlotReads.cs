using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution;

/// <summary>Finds the slots that are read anywhere in a statement, so that lists of relationships are built only if they are read.</summary>
internal static class SlotReads
{
    /// <summary>Slots read by expressions, paths, uniqueness checks, sorting, writing or the result.</summary>
    public static IReadOnlySet<int> Of(PlannedStatement planned)
    {
        var reads = new HashSet<int>(planned.Statement.Query.Outputs);
        foreach (var plan in planned.Subplans.Values.Append(planned.Root))
        {
            Collect(plan, reads);
        }

        foreach (var subquery in planned.Subplans.Keys)
        {
            reads.UnionWith(subquery.Body.Outputs);
            reads.UnionWith(subquery.OuterSlots);
        }

        return reads;
    }

    private static void Collect(Plan plan, HashSet<int> reads)
    {
        reads.UnionWith(plan.Expressions.SelectMany(expression => expression.Slots));
        reads.UnionWith(plan switch
        {
            BuildPath build => build.Path.Relationships,
            ShortestPaths { Path: { } path } => path.Relationships,
            ShortestMatches { Selected: var selected } => [.. selected.Relationships, selected.Left.Slot, selected.Right.Slot],
            ListNodes list => [list.Relationships],
            ExpandGroup expand => [expand.Relationship.Slot, .. expand.DistinctFrom],
            Expand expand => expand.DistinctFrom,
            ScanRelationships scan => scan.Expand.DistinctFrom,
            ExpandPaths expand => expand.DistinctFrom,
            CountDegree count => count.Expand.DistinctFrom,
            FollowRelationship follow => follow.DistinctFrom.Append(follow.Relationship.Slot),
            Distinct distinct => distinct.Slots,
            Sort sort => sort.Keep,
            Aggregate aggregate => aggregate.Carried,
            WritePlan write => write.Keep,
            Eager eager => eager.Keep,
            _ => [],
        });
        foreach (var child in plan.Children)
        {
            Collect(child, reads);
        }
    }
}
