using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Planning;

/// <summary>A predicate of the form <c>elementId(n) = value</c>, in either order, or <c>elementId(n) IN list</c>; or the same with <c>id(n)</c>, which is a number.</summary>
internal sealed record ElementIdEquality(int Slot, BoundExpression Value, bool AnyOf, bool ByNumber)
{
    /// <summary>The predicate in this form, or null. The value must not read the node itself.</summary>
    public static ElementIdEquality? Of(BoundExpression predicate) => predicate switch
    {
        BinaryOperation { Operator: BinaryOperator.Equal or BinaryOperator.In } test when NodeOf(test.Left) is var (slot, byNumber) && !test.Right.Slots.Contains(slot) =>
            new ElementIdEquality(slot, test.Right, test.Operator == BinaryOperator.In, byNumber),
        BinaryOperation { Operator: BinaryOperator.Equal } test when NodeOf(test.Right) is var (slot, byNumber) && !test.Left.Slots.Contains(slot) =>
            new ElementIdEquality(slot, test.Left, AnyOf: false, byNumber),
        _ => null,
    };

    private static (int Slot, bool ByNumber)? NodeOf(BoundExpression expression) =>
        expression is FunctionValue { Function.Name: "elementId" or "id", Arguments: [SlotValue owner] } call ? (owner.Slot, call.Function.Name == "id") : null;
}
