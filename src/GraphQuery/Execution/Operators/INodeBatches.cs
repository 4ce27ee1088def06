namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// An operator whose rows differ in one node, and in how many rows each stands for: whoever needs no row of each takes many nodes at once (vectorised execution, Boncz et al. 2005).
/// A run takes either batches or rows.
/// </summary>
internal interface INodeBatches
{
    /// <summary>Slot of the node.</summary>
    int NodeSlot { get; }

    /// <summary>Takes the next nodes, all of the same input row, which the row at hand then is save for the node; 0 after the last.</summary>
    /// <param name="context">The run.</param>
    /// <param name="nodes">Takes the nodes.</param>
    /// <param name="weights">Takes the number of rows that each stands for; as long.</param>
    int Read(RunContext context, Span<int> nodes, Span<long> weights);
}
