using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Limits the nesting of lists and maps, so that recursion over them does not overflow the stack.</summary>
internal static class ValueDepth
{
    /// <summary>Maximum nesting; JSON writers that receive results stop at 64 by default, and few people nest deeper than 5.</summary>
    public const int Maximum = 100;

    /// <summary>The number of levels by which a value may still be nested; throws if it is too deep.</summary>
    public static int Require(GraphValue value, int maximum = Maximum)
    {
        var left = maximum - DepthOf(value, maximum);
        return left >= 0
            ? left
            : throw new CypherException(CypherErrorType.LimitError, CypherPhase.Runtime, "ValueTooDeep", $"A list or map nests deeper than {maximum} levels.");
    }

    /// <summary>Nesting depth, at most one more than the limit.</summary>
    private static int DepthOf(GraphValue value, int limit)
    {
        if (limit < 0 || value.Kind is not (GraphValueKind.List or GraphValueKind.Map) || (value.Kind == GraphValueKind.List && value.AsList() is IntegerRange))
        {
            return 0;
        }

        var deepest = 0;
        foreach (var item in value.Kind == GraphValueKind.List ? value.AsList() : value.AsMap().Values)
        {
            deepest = Math.Max(deepest, DepthOf(item, limit - 1));
        }

        return deepest + 1;
    }
}
