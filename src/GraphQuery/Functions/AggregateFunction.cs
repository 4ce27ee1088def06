using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>An aggregate: its signature and a factory for its state.</summary>
/// <param name="name">As documented; looked up ignoring case.</param>
/// <param name="parameters">Kinds of its one or two parameters.</param>
/// <param name="returns">Kinds that it may return.</param>
/// <param name="create">Creates the state of a group from the value of the second argument, null for aggregates with one.</param>
public sealed class AggregateFunction(string name, IReadOnlyList<ValueKinds> parameters, ValueKinds returns, Func<GraphValue, IAccumulator> create)
{
    /// <summary>As documented.</summary>
    public string Name { get; } = name;

    /// <summary>Number of arguments: 1, or 2 for percentiles.</summary>
    public int Arity => Parameters.Count;

    /// <summary>Kinds of each parameter.</summary>
    public IReadOnlyList<ValueKinds> Parameters { get; } = parameters;

    /// <summary>Kinds that it may return.</summary>
    public ValueKinds Returns { get; } = returns;

    /// <summary>Creates the state of a group.</summary>
    /// <param name="distinct">Whether equivalent values are counted once.</param>
    /// <param name="second">The second argument on the group's first row; the null value if there is none. Throws if a percentile is out of range.</param>
    public IAccumulator Start(bool distinct, GraphValue second = default)
    {
        var accumulator = create(second);
        return distinct ? new DistinctAccumulator(accumulator) : accumulator;
    }
}
