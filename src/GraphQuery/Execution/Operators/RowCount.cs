using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The number of SKIP or LIMIT, checked at run time because it may come from a parameter.</summary>
internal sealed class RowCountEvaluator(Evaluator count) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var value = count.Evaluate(context);
        if (!value.IsInteger)
        {
            throw new CypherException(
                CypherErrorType.SyntaxError, CypherPhase.Runtime, "InvalidArgumentType", $"Unexpected {TypeName.Of(value)}, expected an integer as number of rows.");
        }

        return value.AsInteger() >= 0
            ? value
            : throw new CypherException(
                CypherErrorType.SyntaxError, CypherPhase.Runtime, "NegativeIntegerArgument", $"Unexpected {value.AsInteger()}, expected a number of rows that is not negative.");
    }
}

/// <summary>The sum of skipped and kept rows, at most <see cref="long.MaxValue"/>.</summary>
internal sealed class RowCountSum(Evaluator skipped, Evaluator kept) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var (first, second) = (skipped.Evaluate(context).AsInteger(), kept.Evaluate(context).AsInteger());
        return GraphValue.From(first > long.MaxValue - second ? long.MaxValue : first + second);
    }
}

/// <summary>Skips rows at the beginning.</summary>
internal sealed class SkipOperator(Operator input, Evaluator count) : InputOperator(input)
{
    private long _left;

    public override void Open(RunContext context)
    {
        _left = count.Evaluate(context).AsInteger();
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
        _left = count.Evaluate(context).AsInteger();
        base.Open(context);
    }

    public override bool Next(RunContext context) => _left-- > 0 && Input.Next(context);
}
