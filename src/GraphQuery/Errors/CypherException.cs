using Stemma.GraphModel.Database;

namespace Stemma.GraphQuery.Errors;

/// <summary>A Cypher fault as the openCypher TCK names it: type, phase and detail, and a place in the text where one is known.</summary>
/// <param name="type">Kind of fault.</param>
/// <param name="phase">Whether it was found before or while rows were made.</param>
/// <param name="detail">TCK detail code: <c>UndefinedVariable</c>, <c>InvalidArgumentType</c>, ….</param>
/// <param name="message">One sentence: what was met, what was expected.</param>
/// <param name="position">Place in the query text, or null.</param>
public sealed class CypherException(CypherErrorType type, CypherPhase phase, string detail, string message, TextPosition? position = null)
    : QueryException($"{type}.{detail}", message, position)
{
    /// <summary>Kind of fault.</summary>
    public CypherErrorType Type { get; } = type;

    /// <summary>Whether it was found before or while rows were made.</summary>
    public CypherPhase Phase { get; } = phase;

    /// <summary>TCK detail code.</summary>
    public string Detail { get; } = detail;

    /// <summary>Whether it was met on a row and has no place yet. Limits have none: they are reached somewhere, not broken by what stands there.</summary>
    internal bool CanBePlaced => Position is null && Phase == CypherPhase.Runtime && Type is not (CypherErrorType.TimeoutError or CypherErrorType.MemoryLimitError);

    /// <summary>The same fault with a place.</summary>
    internal CypherException At(TextPosition? place) => new(Type, Phase, Detail, Message, place);
}

/// <summary>When a fault was found.</summary>
public enum CypherPhase
{
    /// <summary>Before any row.</summary>
    Compile,

    /// <summary>While rows were made.</summary>
    Runtime,
}

/// <summary>Kinds of fault, by their TCK names, and four of our own for limits.</summary>
public enum CypherErrorType
{
    /// <summary>The text is not a valid query.</summary>
    SyntaxError,

    /// <summary>Valid, but without meaning.</summary>
    SemanticError,

    /// <summary>A value has the wrong type.</summary>
    TypeError,

    /// <summary>A value is out of range.</summary>
    ArgumentError,

    /// <summary>A parameter was not given.</summary>
    ParameterMissing,

    /// <summary>An entity is gone.</summary>
    EntityNotFound,

    /// <summary>A property was asked of something that has none.</summary>
    PropertyNotFound,

    /// <summary>A constraint of the graph would be broken.</summary>
    ConstraintVerificationFailed,

    /// <summary>A constraint is known to be broken.</summary>
    ConstraintValidationFailed,

    /// <summary>A procedure is unknown or called wrongly.</summary>
    ProcedureError,

    /// <summary>A write in reading mode.</summary>
    AccessModeError,

    /// <summary>The time limit was reached.</summary>
    TimeoutError,

    /// <summary>The memory limit was reached.</summary>
    MemoryLimitError,

    /// <summary>The text is longer or deeper than the parser takes.</summary>
    LimitError,
}
