using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>A procedure implemented by a delegate.</summary>
/// <param name="signature">Name, inputs and outputs.</param>
/// <param name="invoke">Produces the rows.</param>
public sealed class Procedure(ProcedureSignature signature, Func<ProcedureContext, GraphValue[], IEnumerable<GraphValue[]>> invoke) : IProcedure
{
    /// <inheritdoc/>
    public ProcedureSignature Signature { get; } = signature;

    /// <summary>A procedure without inputs.</summary>
    /// <param name="name">Dotted name, or <c>SHOW …</c>.</param>
    /// <param name="outputs">Columns, each as <c>name TYPE</c>.</param>
    /// <param name="rows">Produces the rows.</param>
    public static Procedure Listing(string name, IReadOnlyList<string> outputs, Func<ProcedureContext, IEnumerable<GraphValue[]>> rows) => new(
        new ProcedureSignature(name, [], [.. outputs.Select(output => output.Split(' ', 2)).Select(parts => new ProcedureField(parts[0], parts[1]))]),
        (context, _) => rows(context));

    /// <summary>The rows of another procedure whose column has a given value.</summary>
    /// <param name="name">Name of the new procedure.</param>
    /// <param name="of">A procedure without inputs.</param>
    /// <param name="column">A column of that procedure.</param>
    /// <param name="wanted">Required value of the column.</param>
    public static Procedure Filtered(string name, IProcedure of, string column, GraphValue wanted)
    {
        var at = of.Signature.Outputs.Select(output => output.Name).ToList().IndexOf(column);
        return new Procedure(of.Signature with { Name = name }, (context, arguments) => of.Invoke(context, arguments).Where(row => row[at].Equals(wanted)));
    }

    /// <inheritdoc/>
    public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments) => invoke(context, arguments);
}
