using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Procedures;

/// <summary>Name, inputs and outputs of a procedure.</summary>
/// <param name="Name">Dotted: <c>db.index.fulltext.queryNodes</c>.</param>
/// <param name="Inputs">In order, optional ones last.</param>
/// <param name="Outputs">Columns, in order; empty for a procedure without results.</param>
public sealed record ProcedureSignature(string Name, IReadOnlyList<ProcedureField> Inputs, IReadOnlyList<ProcedureField> Outputs)
{
    /// <summary>Number of required inputs.</summary>
    public int RequiredInputs => Inputs.Count(input => !input.MayBeLeftOut);

    /// <summary>Prints as <c>name(in :: TYPE) :: (out :: TYPE)</c>.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Inputs)}) :: ({string.Join(", ", Outputs)})";
}

/// <summary>An input or output of a procedure.</summary>
/// <param name="Name">Its name; if the call has no argument list, an input is read from the parameter of this name.</param>
/// <param name="Type">A Cypher type, with or without <c>?</c>: <c>INTEGER</c>, <c>NUMBER?</c>, <c>NODE</c>, <c>ANY</c>.</param>
/// <param name="MayBeLeftOut">Whether an input is optional; if omitted, it is null.</param>
public sealed record ProcedureField(string Name, string Type, bool MayBeLeftOut = false)
{
    /// <summary>Kinds of value that the type accepts; FLOAT also accepts an INTEGER.</summary>
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

    /// <summary>Prints as <c>name :: TYPE</c>, or <c>name = null :: TYPE</c> if it is optional.</summary>
    public override string ToString() => MayBeLeftOut ? $"{Name} = null :: {Type}" : $"{Name} :: {Type}";
}
