using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>The state of one aggregate in one group.</summary>
public interface IAccumulator
{
    /// <summary>Bytes that the state holds, roughly: what a memory limit counts. It only grows.</summary>
    long HeldBytes { get; }

    /// <summary>Takes in the argument's value for one row; all aggregates but <c>count(*)</c> leave null out.</summary>
    void Add(GraphValue value);

    /// <summary>The aggregate of what was added so far.</summary>
    /// <param name="tick">Called for each step of what takes long; throws where the query must end.</param>
    GraphValue Result(Action tick);
}
