using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Planning;

/// <summary>Limits the depth of a plan: each operator takes stack space when the plan is rewritten and when it runs.</summary>
internal static class PlanDepth
{
    /// <summary>Maximum depth, measured to stay within half of a stack of 1.5 MB.</summary>
    public const int Maximum = 2_000;

    /// <summary>Throws for a number of steps in a row that makes a plan too deep.</summary>
    public static void RequireFew(int steps)
    {
        if (steps > Maximum)
        {
            throw new CypherException(
                CypherErrorType.LimitError, CypherPhase.Compile, "QueryTooDeep", $"The query needs more than {Maximum} steps in a row: split it, or give it lists to UNWIND.");
        }
    }

    /// <summary>Throws for a plan that is too deep; traverses it without recursion.</summary>
    public static void Check(Plan root)
    {
        var open = new Stack<(Plan Plan, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            RequireFew(next.Depth);
            foreach (var child in next.Plan.Children)
            {
                open.Push((child, next.Depth + 1));
            }
        }
    }
}
