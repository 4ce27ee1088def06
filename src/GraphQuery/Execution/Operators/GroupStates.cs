using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>The states of one aggregate in all groups, by group number.</summary>
internal abstract class GroupStates
{
    /// <summary>Starts the next group, on its first row.</summary>
    public abstract void Start(RunContext context);

    /// <summary>Takes the row at hand in.</summary>
    /// <param name="context">With the row.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="weight">How many rows this one stands for.</param>
    public abstract void Add(RunContext context, int group, long weight);

    /// <summary>Takes rows in that differ in one node.</summary>
    /// <param name="context">With the row, save for the node.</param>
    /// <param name="slot">Of the node.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="groups">Number of each one's group.</param>
    /// <param name="weights">How many rows each stands for.</param>
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

    /// <summary>Forgets all groups.</summary>
    public abstract void Clear();
}

/// <summary>Counts rows, or those for which an argument is not null.</summary>
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

/// <summary>Counts distinct values. Nodes, of which there are most, are told apart in one table for all groups.</summary>
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

/// <summary>Any other aggregate: one accumulator a group. Rows that stand for several are counted once, which minimum, maximum and distinct values allow.</summary>
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
