using System.Runtime.CompilerServices;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>A call of a scalar function; up to four arguments are passed without allocation.</summary>
internal sealed class FunctionEvaluator(CypherFunction function, Evaluator[] arguments) : Evaluator
{
    /// <summary>Length above which a list is passed to a function that may copy it only if the memory limit allows a copy.</summary>
    private const int LongList = 1 << 16;

    public override GraphValue Evaluate(RunContext context)
    {
        if (arguments.Length <= FewArguments.Capacity)
        {
            var few = default(FewArguments);
            Span<GraphValue> values = few;
            return Call(context, values[..arguments.Length]);
        }

        return Call(context, new GraphValue[arguments.Length]);
    }

    private GraphValue Call(RunContext context, Span<GraphValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(context);
            if (!function.ReadsInPlace && values[i].Kind == GraphValueKind.List && values[i].AsList().Count is var count and > LongList)
            {
                context.Limits.RequireRoom(RunLimits.SizeOfList(count));
            }
        }

        return function.Invoke(context.Functions, values);
    }

    [InlineArray(Capacity)]
    private struct FewArguments
    {
        public const int Capacity = 4;

        private GraphValue _first;
    }
}
