using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Operand and result types of operators, as far as they are known before the query runs.</summary>
internal static class OperatorTypes
{
    private const ValueKinds Temporal = ValueKinds.Instant | ValueKinds.Duration;

    /// <summary>Kinds that the operands may have; others are rejected at compile time.</summary>
    public static (ValueKinds Left, ValueKinds Right) OperandsOf(BinaryOperator op) => op switch
    {
        BinaryOperator.Concatenate => (ValueKinds.String | ValueKinds.List, ValueKinds.String | ValueKinds.List),
        BinaryOperator.In => (ValueKinds.Any, ValueKinds.List),
        BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide => (ValueKinds.Number | Temporal, ValueKinds.Number | Temporal),
        BinaryOperator.Modulo or BinaryOperator.Power => (ValueKinds.Number, ValueKinds.Number),
        _ => (ValueKinds.Any, ValueKinds.Any),
    };

    /// <summary>Static type of the result.</summary>
    public static StaticType ResultOf(BinaryOperator op, StaticType left, StaticType right) => op switch
    {
        BinaryOperator.Add when left.Kinds == ValueKinds.List && right.Kinds == ValueKinds.List => StaticType.ListOf(left.Items.Or(right.Items)),
        BinaryOperator.Add when left.Kinds == ValueKinds.List || right.Kinds == ValueKinds.List => StaticType.List,
        BinaryOperator.Add => BothNumbers(left, right) ? StaticType.Number : StaticType.Any,
        BinaryOperator.Concatenate => new StaticType((left.Kinds | right.Kinds) & (ValueKinds.String | ValueKinds.List)),
        BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide => BothNumbers(left, right) ? StaticType.Number : new StaticType(ValueKinds.Number | Temporal),
        BinaryOperator.Modulo => StaticType.Number,
        BinaryOperator.Power => StaticType.Float,
        _ => StaticType.Boolean,
    };

    private static bool BothNumbers(StaticType left, StaticType right) =>
        left.Kinds != ValueKinds.None && right.Kinds != ValueKinds.None && ((left.Kinds | right.Kinds) & ~ValueKinds.Number) == 0;
}
