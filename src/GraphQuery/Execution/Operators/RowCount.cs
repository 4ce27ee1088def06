using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Reads the numbers of SKIP and LIMIT, which are found wrong at run time where they come from parameters.</summary>
internal static class RowCount
{
    /// <summary>The number; throws where it is no integer or negative.</summary>
    public static long Of(Evaluator count, RunContext context)
    {
        var value = count.Evaluate(context);
        if (!value.IsInteger)
        {
            throw new CypherException(
                CypherErrorType.SyntaxError, CypherPhase.Runtime, "InvalidArgumentType", $"Unexpected {value.Kind}, expected an integer as number of rows.");
        }

        return value.AsInteger() >= 0
            ? value.AsInteger()
            : throw new CypherException(
                CypherErrorType.SyntaxError, CypherPhase.Runtime, "NegativeIntegerArgument", $"Unexpected {value.AsInteger()}, expected a number of rows that is not negative.");
    }
}

/// <summary>Leaves rows out at the beginning.</summary>
internal sealed class SkipOperator(Operator input, Evaluator count) : InputOperator(input)
{
    private long _left;

    public override void Open(RunContext context)
    {
        _left = RowCount.Of(count, context);
        base.Open(context);
    }

    public override bool Next(RunContext context)
    {
        for (; _left > 0; _left--)
        {
            if (!Input.Next(context))
            {
                return false;
            }
        }

        return Input.Next(context);
    }
}

/// <summary>Ends after a number of rows.</summary>
internal sealed class LimitOperator(Operator input, Evaluator count) : InputOperator(input)
{
    private long _left;

    public override void Open(RunContext context)
    {
        _left = RowCount.Of(count, context);
        base.Open(context);
    }

    public override bool Next(RunContext context) => _left-- > 0 && Input.Next(context);
}
