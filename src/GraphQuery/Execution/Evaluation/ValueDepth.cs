using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Bounds how deep lists and maps nest, so that whoever walks them does not overflow the stack.</summary>
internal static class ValueDepth
{
    /// <summary>Levels of nesting; the writers of JSON that receive results stop at 64 by default, and few people nest deeper than 5.</summary>
    public const int Maximum = 100;

    /// <summary>The levels that a value may still nest deeper; throws where it is too deep.</summary>
    public static int Require(GraphValue value)
    {
        var left = Maximum - DepthOf(value, Maximum);
        return left >= 0
            ? left
            : throw new CypherException(CypherErrorType.LimitError, CypherPhase.Runtime, "ValueTooDeep", $"A list or map nests deeper than {Maximum} levels.");
    }

    /// <summary>Levels of nesting, at most one more than the limit.</summary>
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
