using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions on lists, and <c>range</c>.</summary>
internal static class ListFunctions
{
    /// <summary>Longest range: iterating over it takes about a second, which bounds the delay by a function that cannot be cancelled.</summary>
    private const int MaxRange = 100_000_000;

    public static IEnumerable<CypherFunction> All =>
    [
        new("head", [ValueKinds.List], ValueKinds.Any, (_, a) => a[0].AsList() is { Count: > 0 } list ? list[0] : GraphValue.Null) { ReadsInPlace = true },
        new("last", [ValueKinds.List], ValueKinds.Any, (_, a) => a[0].AsList() is { Count: > 0 } list ? list[^1] : GraphValue.Null) { ReadsInPlace = true },
        new("tail", [ValueKinds.List], ValueKinds.List, (_, a) => CypherValues.Slice(a[0], GraphValue.From(1), null)),
        new("reverse", [ValueKinds.List | ValueKinds.String], ValueKinds.List | ValueKinds.String, Reverse),
        new("range", [ValueKinds.Any, ValueKinds.Any, ValueKinds.Any], ValueKinds.List, Range) { MinArity = 2, ChecksAtCompileTime = false },
    ];

    private static GraphValue Reverse(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        if (arguments[0].IsString)
        {
            return GraphValue.From(CodePoints.Reverse(arguments[0].AsString()));
        }

        var reversed = ListLimit.Copy(arguments[0].AsList());
        Array.Reverse(reversed);
        return GraphValue.From(reversed);
    }

    private static GraphValue Range(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsInteger)
            {
                throw RuntimeFault.Argument("InvalidArgumentType", $"range() takes INTEGER, not {TypeName.Of(argument)}.");
            }
        }

        var (start, end, step) = (arguments[0].AsInteger(), arguments[1].AsInteger(), arguments.Length > 2 ? arguments[2].AsInteger() : 1);
        if (step == 0)
        {
            throw RuntimeFault.Argument("NumberOutOfRange", "The step of range() must not be 0.");
        }

        var count = (((Int128)end - start) / step) + 1;
        if (step > 0 ? start > end : start < end)
        {
            return GraphValue.From(Array.Empty<GraphValue>());
        }

        return count <= MaxRange
            ? GraphValue.From(new IntegerRange(start, step, (int)count))
            : throw new CypherException(
                CypherErrorType.MemoryLimitError, CypherPhase.Runtime, "ListTooLong", $"range() would make a list of {count} elements, more than {MaxRange}.");
    }
}
