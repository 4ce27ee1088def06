namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// An operator whose rows differ only in a node and in the number of rows that each represents: a consumer that does not need single rows reads the nodes in batches (vectorised execution,
/// Boncz et al. 2005). A run uses either batches or rows.
/// </summary>
internal interface INodeBatches
{
    /// <summary>Slot of the node.</summary>
    int NodeSlot { get; }

    /// <summary>Reads the next nodes of one input row, which is then the current row except for the node; returns their number, 0 after the last.</summary>
    /// <param name="context">The run.</param>
    /// <param name="nodes">Receives the nodes.</param>
    /// <param name="weights">Receives the number of rows that each represents; of the same length.</param>
    int Read(RunContext context, Span<int> nodes, Span<long> weights);
}
