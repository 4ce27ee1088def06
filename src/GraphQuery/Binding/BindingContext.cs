using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>State shared by all binders of one statement.</summary>
/// <param name="text">The query text, for positions of errors.</param>
/// <param name="procedures">Procedures that can be called.</param>
/// <param name="tick">Called for each expression; may throw to end the binding.</param>
internal sealed class BindingContext(string text, ProcedureCatalog procedures, Action? tick)
{
    private readonly HashSet<(AskedKind Kind, string Name)> _asked = [];
    private readonly Dictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    /// <summary>Counts a step of the binding.</summary>
    public void Tick() => tick?.Invoke();

    /// <summary>Procedures that can be called.</summary>
    public ProcedureCatalog Procedures { get; } = procedures;

    /// <summary>Slots of the row.</summary>
    public SlotAllocator Slots { get; } = new();

    /// <summary>The parameters found so far, each at its first occurrence.</summary>
    public IEnumerable<Parameter> Parameters => _parameters.Values;

    /// <summary>Names that the query looks up in the graph, each once.</summary>
    public List<AskedName> Asked { get; } = [];

    /// <summary>Property keys that the query itself may set.</summary>
    public HashSet<string> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>Records a parameter.</summary>
    public void AddParameter(Parameter parameter) => _parameters.TryAdd(parameter.Name, parameter);

    /// <summary>Records a name that the query looks up.</summary>
    public void Ask(AskedKind kind, string name, SourceSpan span)
    {
        if (_asked.Add((kind, name)))
        {
            Asked.Add(new AskedName(kind, name, PlaceOf(span)));
        }
    }

    /// <summary>A position in the query.</summary>
    public TextPlace PlaceOf(SourceSpan span) => new(text, span.Start);

    /// <summary>A syntax error with its position.</summary>
    public CypherException Fault(SourceSpan span, string detail, string message) => SyntaxFault.At(text, span.Start, detail, message);

    /// <summary>An error of another type with its position.</summary>
    public CypherException Fault(SourceSpan span, CypherErrorType type, string detail, string message) => SyntaxFault.At(text, span.Start, type, detail, message);

    /// <summary>The error for an expression of the wrong type.</summary>
    public CypherException WrongType(SourceSpan span, string wanted) =>
        Fault(span, "InvalidArgumentType", $"Unexpected type of '{span.In(text)}', expected {wanted}.");

    /// <summary>Throws if an expression can have none of the kinds.</summary>
    public BoundExpression RequireKinds(Expression written, BoundExpression bound, ValueKinds kinds, string? wanted = null) =>
        bound.Type.MayBe(kinds) ? bound : throw WrongType(written.Span, wanted ?? kinds.Describe());

    /// <summary>Throws if a name is already defined.</summary>
    public void RequireNew(Variable variable, Scope scope)
    {
        if (scope.Find(variable.Name) is not null)
        {
            throw AlreadyBound(variable);
        }
    }

    /// <summary>The error for a name that is not defined.</summary>
    public CypherException Undefined(Variable variable) =>
        Fault(variable.Span, "UndefinedVariable", $"The variable '{variable.Name}' is not defined here.");

    /// <summary>The error for a name that is already defined.</summary>
    public CypherException AlreadyBound(Variable variable) =>
        Fault(variable.Span, "VariableAlreadyBound", $"The variable '{variable.Name}' is already defined.");

    /// <summary>The error for a name that is defined as another kind of value.</summary>
    public CypherException TypeConflict(Variable variable, string wanted) =>
        Fault(variable.Span, "VariableTypeConflict", $"The variable '{variable.Name}' is not {wanted}.");
}
