using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>An arithmetic operator.</summary>
internal sealed class ArithmeticEvaluator(Evaluator left, Evaluator right, Func<GraphValue, GraphValue, GraphValue> compute) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => compute(left.Evaluate(context), right.Evaluate(context));
}

/// <summary>+ and ||; checks the memory limit before joining strings or lists, because repeated doubling reaches it after few steps.</summary>
/// <param name="left">First operand.</param>
/// <param name="right">Second operand.</param>
/// <param name="isStrict">True for ||, which accepts only two strings or two lists.</param>
internal sealed class AddEvaluator(Evaluator left, Evaluator right, bool isStrict) : Evaluator
{
    /// <summary>Smaller results are not checked.</summary>
    private const int SmallCount = 1024;

    public override GraphValue Evaluate(RunContext context)
    {
        var (first, second) = (left.Evaluate(context), right.Evaluate(context));
        var count = CountOf(first) + CountOf(second);
        if (count > SmallCount)
        {
            context.Limits.RequireRoom(RunLimits.SizeOfList(count));
        }

        return !isStrict || first.IsNull || second.IsNull || (first.Kind == second.Kind && first.Kind is GraphValueKind.String or GraphValueKind.List)
            ? CypherValues.Add(first, second)
            : throw RuntimeFault.Operands("||", first, second);
    }

    /// <summary>Elements of a list, or the number of elements with the memory of a string.</summary>
    private static long CountOf(GraphValue value) => value.Kind switch
    {
        GraphValueKind.List => value.AsList().Count,
        GraphValueKind.String => value.AsString().Length / 8,
        _ => 0,
    };
}

/// <summary>A sign.</summary>
internal sealed class SignEvaluator(Evaluator operand, bool negates) : Evaluator
{
    public override GraphValue Evaluate(RunContext context) => negates ? CypherValues.Negate(operand.Evaluate(context)) : operand.Evaluate(context);
}

/// <summary>A comparison, membership test or string predicate.</summary>
internal sealed class ComparisonEvaluator(Evaluator left, Evaluator right, Func<GraphValue, GraphValue, bool?> compare) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => compare(left.Evaluate(context), right.Evaluate(context));
}

/// <summary>A chain of comparisons: each operand is evaluated at most once, and none after a comparison that is false.</summary>
/// <param name="operands">Operands in order.</param>
/// <param name="comparisons">The comparison of each operand with the next.</param>
internal sealed class ComparisonSequenceEvaluator(Evaluator[] operands, Func<GraphValue, GraphValue, bool?>[] comparisons) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        bool? all = true;
        var left = operands[0].Evaluate(context);
        for (var i = 0; i < comparisons.Length; i++)
        {
            var right = operands[i + 1].Evaluate(context);
            var holds = comparisons[i](left, right);
            if (holds == false)
            {
                return false;
            }

            all &= holds;
            left = right;
        }

        return all;
    }
}

/// <summary>Stores a value in its slot, then evaluates the expression that reads it.</summary>
internal sealed class LocalValueEvaluator(int slot, Evaluator value, Evaluator body) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        context.Row[slot] = value.Evaluate(context);
        return body.Evaluate(context);
    }

    public override bool? Test(RunContext context)
    {
        context.Row[slot] = value.Evaluate(context);
        return body.Test(context);
    }
}

/// <summary>IN; checks the limits during a long list, so that the run can be stopped.</summary>
internal sealed class InEvaluator(Evaluator item, Evaluator list) : ConditionEvaluator
{
    /// <summary>Lists up to this length are compared without checks.</summary>
    private const int ShortList = 1024;

    public override bool? Test(RunContext context)
    {
        var (wanted, source) = (item.Evaluate(context), list.Evaluate(context));
        if (source.Kind != GraphValueKind.List || source.AsList().Count <= ShortList)
        {
            return CypherValues.In(wanted, source);
        }

        bool? found = false;
        foreach (var other in source.AsList())
        {
            context.Limits.Tick();
            var equal = CypherValues.Equal(wanted, other);
            if (equal == true)
            {
                return true;
            }

            found = equal is null ? null : found;
        }

        return found;
    }
}

/// <summary>AND; the right operand is not evaluated if the left is false.</summary>
internal sealed class AndEvaluator(Evaluator left, Evaluator right) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => left.Test(context) is var first && first == false ? false : CypherValues.And(first, right.Test(context));
}

/// <summary>OR; the right operand is not evaluated if the left is true.</summary>
internal sealed class OrEvaluator(Evaluator left, Evaluator right) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => left.Test(context) is var first && first == true ? true : CypherValues.Or(first, right.Test(context));
}

/// <summary>XOR.</summary>
internal sealed class XorEvaluator(Evaluator left, Evaluator right) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => CypherValues.Xor(left.Test(context), right.Test(context));
}

/// <summary>NOT.</summary>
internal sealed class NotEvaluator(Evaluator operand) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => CypherValues.Not(operand.Test(context));
}

/// <summary>IS [NOT] NULL.</summary>
internal sealed class NullCheckEvaluator(Evaluator operand, bool negated) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => operand.Evaluate(context).IsNull != negated;
}

/// <summary>IS [NOT] :: TYPE. Null is of every type without NOT NULL.</summary>
internal sealed class TypeCheckEvaluator(Evaluator operand, CypherType wanted, bool negated) : ConditionEvaluator
{
    public override bool? Test(RunContext context) => IsOf(operand.Evaluate(context), wanted) != negated;

    private static bool IsOf(GraphValue value, CypherType type) => type.Alternatives.Any(alternative => value.IsNull
        ? alternative.TakesNull
        : alternative.Kinds.Accept(value) && alternative.Kinds != ValueKinds.None && (alternative.Items is null || value.AsList().All(item => IsOf(item, alternative.Items))));
}

/// <summary>Checks the labels of a node, or the type of a relationship.</summary>
internal sealed class LabelCheckEvaluator(Evaluator owner, LabelMatcher labels, LabelMatcher types) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        var value = owner.Evaluate(context);
        if (value.IsNodeReference)
        {
            return labels.MatchesNode(context, value.AsNodeReference());
        }

        if (value.IsRelationshipReference)
        {
            return types.MatchesRelationship(context, value.AsRelationshipReference());
        }

        return value.IsNull ? null : throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a node or a relationship.");
    }
}
