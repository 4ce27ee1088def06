using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Makes the exceptions of evaluating: what was wrong with a value, named as the openCypher TCK names it.</summary>
internal static class RuntimeFault
{
    /// <summary>An operand or argument of a type that the operation does not take.</summary>
    public static CypherException InvalidArgumentType(string message) => Type("InvalidArgumentType", message);

    /// <summary>An argument that a conversion or an entity function cannot take.</summary>
    public static CypherException InvalidArgumentValue(string message) => Type("InvalidArgumentValue", message);

    /// <summary>A type fault with another detail.</summary>
    public static CypherException Type(string detail, string message) =>
        new(CypherErrorType.TypeError, CypherPhase.Runtime, detail, message);

    /// <summary>An argument of the right type and a wrong value.</summary>
    public static CypherException Argument(string detail, string message) =>
        new(CypherErrorType.ArgumentError, CypherPhase.Runtime, detail, message);

    /// <summary>An integer result that 64 bits do not hold; <paramref name="operation"/> as text: <c>1 + 2</c>.</summary>
    public static CypherException Overflow(string operation) =>
        Argument("IntegerOverflow", $"{operation} leaves the range of 64-bit integers.");

    /// <summary>A node or relationship that this statement has deleted.</summary>
    public static CypherException Deleted(string entity) =>
        new(CypherErrorType.EntityNotFound, CypherPhase.Runtime, "DeletedEntityAccess", $"The {entity} was deleted in this statement.");

    /// <summary>The two operands of an operator do not go together.</summary>
    public static CypherException Operands(string symbol, GraphValue left, GraphValue right) =>
        InvalidArgumentType($"{symbol} does not take {TypeName.Of(left)} and {TypeName.Of(right)}.");
}
