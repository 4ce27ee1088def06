using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Values;

/// <summary>Creates the errors of evaluation, with the names of the openCypher TCK.</summary>
internal static class RuntimeFault
{
    /// <summary>An operand or argument of a type that the operation does not support.</summary>
    public static CypherException InvalidArgumentType(string message) => Type("InvalidArgumentType", message);

    /// <summary>An argument that a conversion or an entity function does not accept.</summary>
    public static CypherException InvalidArgumentValue(string message) => Type("InvalidArgumentValue", message);

    /// <summary>A type error with another detail code.</summary>
    public static CypherException Type(string detail, string message) =>
        new(CypherErrorType.TypeError, CypherPhase.Runtime, detail, message);

    /// <summary>An argument of the right type with an invalid value.</summary>
    public static CypherException Argument(string detail, string message) =>
        new(CypherErrorType.ArgumentError, CypherPhase.Runtime, detail, message);

    /// <summary>An integer result outside the 64-bit range; <paramref name="operation"/> as text: <c>1 + 2</c>.</summary>
    public static CypherException Overflow(string operation) =>
        Argument("IntegerOverflow", $"{operation} leaves the range of 64-bit integers.");

    /// <summary>A node or relationship that this statement has deleted.</summary>
    public static CypherException Deleted(string entity) =>
        new(CypherErrorType.EntityNotFound, CypherPhase.Runtime, "DeletedEntityAccess", $"The {entity} was deleted in this statement.");

    /// <summary>Two operands whose types an operator cannot combine.</summary>
    public static CypherException Operands(string symbol, GraphValue left, GraphValue right) =>
        InvalidArgumentType($"{symbol} does not take {TypeName.Of(left)} and {TypeName.Of(right)}.");
}
