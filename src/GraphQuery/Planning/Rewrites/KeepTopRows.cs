using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning.Rewrites;

/// <summary>Passes the limit above a sort to the sort, so that it keeps no more rows than needed.</summary>
internal static class KeepTopRows
{
    /// <summary>Rewrites a plan.</summary>
    public static Plan Rewrite(Plan plan) => PlanRewriter.BottomUp(plan, node => node switch
    {
        Limit { Input: Sort { Count: null } sort } limit => limit with { Input = sort with { Count = limit.Count } },
        Limit { Input: Skip { Input: Sort { Count: null } sort } skip } limit => limit with
        {
            Input = skip with { Input = sort with { Count = new BinaryOperation(BinaryOperator.Add, skip.Count, limit.Count, StaticType.Integer) } },
        },
        _ => node,
    });
}
