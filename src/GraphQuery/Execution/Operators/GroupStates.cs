using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The states of an aggregate for all groups, by group number.</summary>
internal abstract class GroupStates
{
    /// <summary>Starts the next group, on its first row.</summary>
    public abstract void Start(RunContext context);

    /// <summary>Adds the current row.</summary>
    /// <param name="context">Context with the row.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="weight">Number of rows that this one represents.</param>
    public abstract void Add(RunContext context, int group, long weight);

    /// <summary>Adds rows that differ only in a node.</summary>
    /// <param name="context">Context with the row except for the node.</param>
    /// <param name="slot">Slot of the node.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="groups">Group number of each node.</param>
    /// <param name="weights">Number of rows that each node represents.</param>
    public virtual void AddNodes(RunContext context, int slot, ReadOnlySpan<int> nodes, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            context.Row[slot] = GraphValue.From(new NodeReference(nodes[i]));
            Add(context, groups[i], weights[i]);
        }
    }

    /// <summary>The aggregate of a group.</summary>
    public abstract GraphValue Result(RunContext context, int group);

    /// <summary>Removes all groups.</summary>
    public abstract void Clear();
}

/// <summary>Counts rows, or rows with a non-null argument.</summary>
internal sealed class CountStates(Evaluator? argument) : GroupStates
{
    private readonly LentList<long> _counts = new();

    public override void Start(RunContext context) => _counts.Add(0);

    public override void Add(RunContext context, int group, long weight)
    {
        if (argument is null || !argument.Evaluate(context).IsNull)
        {
            _counts[group] += weight;
        }
    }

    public override void AddNodes(RunContext context, int slot, ReadOnlySpan<int> nodes, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        if (argument is not null)
        {
            base.AddNodes(context, slot, nodes, groups, weights);
            return;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            _counts[groups[i]] += weights[i];
        }
    }

    public override GraphValue Result(RunContext context, int group) => GraphValue.From(_counts[group]);

    public override void Clear() => _counts.Clear();
}

/// <summary>Counts distinct values. Nodes, the most frequent kind, are in one table for all groups.</summary>
internal sealed class CountDistinctStates(Evaluator argument, Holding holding) : GroupStates
{
    private readonly LentList<long> _counts = new();
    private readonly NumberTable _nodes = new();
    private readonly Dictionary<int, ValueNumbers> _others = [];

    public override void Start(RunContext context) => _counts.Add(0);

    public override void Add(RunContext context, int group, long weight)
    {
        var value = argument.Evaluate(context);
        var isNew = value.IsNodeReference ? _nodes.Add(((long)group << 32) | (uint)value.AsNodeReference()) : !value.IsNull && AddOther(context, group, value);
        if (isNew)
        {
            _counts[group]++;
            holding.Add(context, NumberTable.BytesAnEntry + ValueSize.Of(value) - ValueSize.OfReference);
        }
    }

    public override GraphValue Result(RunContext context, int group) => GraphValue.From(_counts[group]);

    public override void Clear()
    {
        _counts.Clear();
        _nodes.Clear();
        _others.Clear();
    }

    private bool AddOther(RunContext context, int group, GraphValue value)
    {
        if (!_others.TryGetValue(group, out var seen))
        {
            _others.Add(group, seen = new ValueNumbers(context.Graph.NodeCapacity));
        }

        return seen.TryAdd(value, out _);
    }
}

/// <summary>All other aggregates: one accumulator per group. A row that represents several is added once, which suffices for minimum, maximum and distinct values.</summary>
internal sealed class AccumulatorStates(CompiledAggregation aggregation, Holding holding) : GroupStates
{
    private readonly List<IAccumulator> _states = [];

    public override void Start(RunContext context)
    {
        try
        {
            _states.Add(aggregation.Start(context));
        }
        catch (CypherException fault) when (fault.CanBePlaced)
        {
            throw fault.At(aggregation.Place.Position);
        }

        holding.Add(context, 64);
    }

    public override void Add(RunContext context, int group, long weight)
    {
        var state = _states[group];
        var before = state.HeldBytes;
        try
        {
            state.Add(aggregation.Argument!.Evaluate(context));
        }
        catch (CypherException fault) when (fault.CanBePlaced)
        {
            throw fault.At(aggregation.Place.Position);
        }

        if (state.HeldBytes - before is var grown and > 0)
        {
            holding.Add(context, grown);
        }
    }

    public override GraphValue Result(RunContext context, int group)
    {
        try
        {
            return _states[group].Result(context.Limits.Ticker);
        }
        catch (CypherException fault) when (fault.CanBePlaced)
        {
            throw fault.At(aggregation.Place.Position);
        }
    }

    public override void Clear() => _states.Clear();
}
