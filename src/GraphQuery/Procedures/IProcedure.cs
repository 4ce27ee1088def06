using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Procedures;

/// <summary>Something that CALL runs: it takes values and yields rows. Safe for concurrent calls.</summary>
public interface IProcedure
{
    /// <summary>Name, inputs and outputs.</summary>
    ProcedureSignature Signature { get; }

    /// <summary>Runs it; rows are made as the caller enumerates.</summary>
    /// <param name="context">The graph and the cancellation of the query.</param>
    /// <param name="arguments">One a input, of the types that the signature names, or null.</param>
    /// <returns>Rows with one value an output; nodes and relationships by number.</returns>
    IEnumerable<GraphValue[]> Invoke(ProcedureContext context, GraphValue[] arguments);
}

/// <summary>What a procedure sees of the query that calls it.</summary>
/// <param name="Graph">The graph that is queried.</param>
/// <param name="CancellationToken">Stops the query.</param>
public sealed record ProcedureContext(IPropertyGraph Graph, CancellationToken CancellationToken);
