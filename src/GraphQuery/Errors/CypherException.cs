using Stemma.GraphModel.Database;

namespace Stemma.GraphQuery.Errors;

/// <summary>A Cypher error as named in the openCypher TCK: type, phase and detail, plus a position in the query text if it is known.</summary>
/// <param name="type">Kind of error.</param>
/// <param name="phase">Whether it was raised at compile time or at run time.</param>
/// <param name="detail">TCK detail code: <c>UndefinedVariable</c>, <c>InvalidArgumentType</c>, ….</param>
/// <param name="message">One sentence: what was found and what was expected.</param>
/// <param name="position">Position in the query text, or null.</param>
public sealed class CypherException(CypherErrorType type, CypherPhase phase, string detail, string message, TextPosition? position = null)
    : QueryException($"{type}.{detail}", message, position)
{
    /// <summary>Kind of error.</summary>
    public CypherErrorType Type { get; } = type;

    /// <summary>Whether it was raised at compile time or at run time.</summary>
    public CypherPhase Phase { get; } = phase;

    /// <summary>TCK detail code.</summary>
    public string Detail { get; } = detail;

    /// <summary>Whether this runtime error still needs a position. Timeout and memory errors get none: no expression is their cause.</summary>
    internal bool CanBePlaced => Position is null && Phase == CypherPhase.Runtime && Type is not (CypherErrorType.TimeoutError or CypherErrorType.MemoryLimitError);

    /// <summary>The same error with a position.</summary>
    internal CypherException At(TextPosition? place) => new(Type, Phase, Detail, Message, place);
}

/// <summary>When an error was raised.</summary>
public enum CypherPhase
{
    /// <summary>Before any row was produced.</summary>
    Compile,

    /// <summary>While rows were produced.</summary>
    Runtime,
}

/// <summary>Kinds of error, by their TCK names; the last four are additions, for access and limits.</summary>
public enum CypherErrorType
{
    /// <summary>The text is not a valid query.</summary>
    SyntaxError,

    /// <summary>Well-formed, but without meaning.</summary>
    SemanticError,

    /// <summary>A value has the wrong type.</summary>
    TypeError,

    /// <summary>A value is out of range.</summary>
    ArgumentError,

    /// <summary>A parameter was not given.</summary>
    ParameterMissing,

    /// <summary>An entity has been deleted.</summary>
    EntityNotFound,

    /// <summary>A property was read from something that has none.</summary>
    PropertyNotFound,

    /// <summary>A constraint of the graph would be violated.</summary>
    ConstraintVerificationFailed,

    /// <summary>A constraint is known to be violated.</summary>
    ConstraintValidationFailed,

    /// <summary>A procedure is unknown or called wrongly.</summary>
    ProcedureError,

    /// <summary>A write in read mode.</summary>
    AccessModeError,

    /// <summary>The time limit was reached.</summary>
    TimeoutError,

    /// <summary>The memory limit was reached.</summary>
    MemoryLimitError,

    /// <summary>The text is longer or more deeply nested than the parser allows.</summary>
    LimitError,
}
