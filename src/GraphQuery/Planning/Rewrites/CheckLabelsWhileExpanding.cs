using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Checks the far node's labels in the expansion, instead of producing rows for a filter to drop.</summary>
internal static class CheckLabelsWhileExpanding
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node is Filter { Input: Expand { Into: false } expand } filter ? Take(filter, expand) : node);

    private static Plan Take(Filter filter, Expand expand)
    {
        var rest = new List<BoundExpression>();
        var labels = expand.ToLabels;
        foreach (var predicate in filter.Predicates)
        {
            if (predicate is LabelCheck { Owner: SlotValue owner } check && owner.Slot == expand.To.Slot)
            {
                labels = labels is null ? check.Labels : new BothLabels(labels, check.Labels);
            }
            else
            {
                rest.Add(predicate);
            }
        }

        var expanded = expand with { ToLabels = labels };
        return rest.Count == 0 ? expanded : new Filter(expanded, rest);
    }
}
