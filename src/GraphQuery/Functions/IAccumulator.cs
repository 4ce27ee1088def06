using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>The state of one aggregate in one group.</summary>
public interface IAccumulator
{
    /// <summary>Approximate number of bytes that the state holds, for the memory limit. Never decreases.</summary>
    long HeldBytes { get; }

    /// <summary>Adds the argument's value for one row; all aggregates but <c>count(*)</c> ignore null.</summary>
    void Add(GraphValue value);

    /// <summary>The aggregate of the values added so far.</summary>
    /// <param name="tick">Called for each step of a long computation; throws if the query must stop.</param>
    GraphValue Result(Action tick);
}
