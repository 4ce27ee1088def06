using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>A predicate of the form <c>elementId(n) = value</c>, whichever side it is written on, or <c>elementId(n) IN list</c>.</summary>
internal sealed record ElementIdEquality(int Slot, BoundExpression Value, bool AnyOf)
{
    /// <summary>Reads a predicate so, or gives null. The value must not read the node itself.</summary>
    public static ElementIdEquality? Of(BoundExpression predicate) => predicate switch
    {
        BinaryOperation { Operator: BinaryOperator.Equal or BinaryOperator.In } test when NodeOf(test.Left) is { } slot && !test.Right.Slots.Contains(slot) =>
            new ElementIdEquality(slot, test.Right, test.Operator == BinaryOperator.In),
        BinaryOperation { Operator: BinaryOperator.Equal } test when NodeOf(test.Right) is { } slot && !test.Left.Slots.Contains(slot) =>
            new ElementIdEquality(slot, test.Left, AnyOf: false),
        _ => null,
    };

    private static int? NodeOf(BoundExpression expression) =>
        expression is FunctionValue { Function.Name: "elementId", Arguments: [SlotValue owner] } ? owner.Slot : null;
}
