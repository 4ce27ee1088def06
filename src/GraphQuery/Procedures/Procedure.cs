using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>A procedure whose rows a function makes.</summary>
/// <param name="signature">Name, inputs and outputs.</param>
/// <param name="invoke">Makes the rows.</param>
public sealed class Procedure(ProcedureSignature signature, Func<ProcedureContext, GraphValue[], IEnumerable<GraphValue[]>> invoke) : IProcedure
{
    /// <inheritdoc/>
    public ProcedureSignature Signature { get; } = signature;

    /// <summary>A procedure without inputs.</summary>
    /// <param name="name">Dotted name, or <c>SHOW …</c>.</param>
    /// <param name="outputs">Columns, each as <c>name TYPE</c>.</param>
    /// <param name="rows">Makes the rows.</param>
    public static Procedure Listing(string name, IReadOnlyList<string> outputs, Func<ProcedureContext, IEnumerable<GraphValue[]>> rows) => new(
        new ProcedureSignature(name, [], [.. outputs.Select(output => output.Split(' ', 2)).Select(parts => new ProcedureField(parts[0], parts[1]))]),
        (context, _) => rows(context));

    /// <summary>The rows of another one whose column has a value.</summary>
    /// <param name="name">Name of the new one.</param>
    /// <param name="of">A procedure without inputs.</param>
    /// <param name="column">One of its columns.</param>
    /// <param name="wanted">What must stand in it.</param>
    public static Procedure Filtered(string name, IProcedure of, string column, GraphValue wanted)
    {
        var at = of.Signature.Outputs.Select(output => output.Name).ToList().IndexOf(column);
        return new Procedure(of.Signature with { Name = name }, (context, arguments) => of.Invoke(context, arguments).Where(row => row[at].Equals(wanted)));
    }

    /// <inheritdoc/>
    public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments) => invoke(context, arguments);
}
