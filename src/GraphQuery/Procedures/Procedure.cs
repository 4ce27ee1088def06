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

    /// <inheritdoc/>
    public IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments) => invoke(context, arguments);
}
