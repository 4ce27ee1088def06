using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Procedures;

/// <summary>How a procedure is called.</summary>
/// <param name="Name">Dotted: <c>db.index.fulltext.queryNodes</c>.</param>
/// <param name="Inputs">In order; those that may be left out stand last.</param>
/// <param name="Outputs">Columns, in order; none for a procedure that is called for its effect.</param>
public sealed record ProcedureSignature(string Name, IReadOnlyList<ProcedureField> Inputs, IReadOnlyList<ProcedureField> Outputs)
{
    /// <summary>Number of inputs that must be given.</summary>
    public int RequiredInputs => Inputs.Count(input => !input.MayBeLeftOut);

    /// <summary>Prints as <c>name(in :: TYPE) :: (out :: TYPE)</c>.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Inputs)}) :: ({string.Join(", ", Outputs)})";
}

/// <summary>An input or output of a procedure.</summary>
/// <param name="Name">Its name; that of an input is also the parameter that an implicit argument comes from.</param>
/// <param name="Type">A Cypher type, with or without <c>?</c>: <c>INTEGER</c>, <c>NUMBER?</c>, <c>NODE</c>, <c>ANY</c>.</param>
/// <param name="MayBeLeftOut">Whether an input need not be given; it is null then.</param>
public sealed record ProcedureField(string Name, string Type, bool MayBeLeftOut = false)
{
    /// <summary>Kinds of value that the type takes; an INTEGER is also taken where a FLOAT is wanted.</summary>
    public ValueKinds Accepted { get; } = Type.TrimEnd('?').ToUpperInvariant() switch
    {
        "BOOLEAN" => ValueKinds.Boolean,
        "INTEGER" => ValueKinds.Integer,
        "FLOAT" or "NUMBER" => ValueKinds.Number,
        "STRING" => ValueKinds.String,
        "MAP" => ValueKinds.Map | ValueKinds.Entity,
        "NODE" => ValueKinds.Node,
        "RELATIONSHIP" => ValueKinds.Relationship,
        "PATH" => ValueKinds.Path,
        "ANY" => ValueKinds.Any,
        var list when list.StartsWith("LIST", StringComparison.Ordinal) => ValueKinds.List,
        _ => throw new ArgumentException($"Unexpected type '{Type}', expected one of BOOLEAN, INTEGER, FLOAT, NUMBER, STRING, MAP, LIST, NODE, RELATIONSHIP, PATH, ANY.", nameof(Type)),
    };

    /// <summary>Prints as <c>name :: TYPE</c>, or <c>name = null :: TYPE</c> where it may be left out.</summary>
    public override string ToString() => MayBeLeftOut ? $"{Name} = null :: {Type}" : $"{Name} :: {Type}";
}
