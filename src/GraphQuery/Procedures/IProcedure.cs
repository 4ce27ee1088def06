using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>A procedure for CALL: it accepts values and yields rows. Thread-safe.</summary>
public interface IProcedure
{
    /// <summary>Name, inputs and outputs.</summary>
    ProcedureSignature Signature { get; }

    /// <summary>Runs the procedure; rows are produced as the caller enumerates.</summary>
    /// <param name="context">The graph and the cancellation token of the query.</param>
    /// <param name="arguments">One per input, of the type in the signature, or null.</param>
    /// <returns>Rows with one value per output; nodes and relationships by number.</returns>
    IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments);
}

/// <summary>What a procedure can access of the query that calls it.</summary>
/// <param name="Graph">The queried graph.</param>
/// <param name="CancellationToken">Cancels the query.</param>
public sealed record ProcedureContext(IPropertyGraph Graph, CancellationToken CancellationToken);
