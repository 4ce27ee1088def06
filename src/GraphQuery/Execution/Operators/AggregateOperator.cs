using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>One row per group, in order of first occurrence; without keys there is one group even if there are no rows.</summary>
/// <param name="input">Rows.</param>
/// <param name="keys">Grouping keys.</param>
/// <param name="aggregations">Aggregates of each group.</param>
/// <param name="weight">Slot of the number of rows that a row represents, or −1.</param>
/// <param name="carried">Slots that are output from a group's first row.</param>
internal sealed class AggregateOperator(Operator input, CompiledKey[] keys, CompiledAggregation[] aggregations, int weight, int[] carried) : InputOperator(input)
{
    /// <summary>Batch size that fits into the first-level cache together with groups and weights (Boncz et al. 2005 find the best sizes around a thousand).</summary>
    private const int NodesABatch = 1024;

    private readonly Holding _holding = new();
    private readonly LentList<GraphValue> _carried = new();
    private GroupTable? _groups;
    private GroupStates[] _states = [];
    private bool _isGrouped;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _holding.Release(context);
        (_at, _isGrouped) = (0, false);
        _groups ??= Prepare(context);
        Clear();
    }

    public override bool Next(RunContext context)
    {
        if (!_isGrouped)
        {
            Read(context);
            _isGrouped = true;
        }

        if (_at >= _groups!.Count)
        {
            return false;
        }

        context.Limits.Tick();
        Give(context, _at++);
        return true;
    }

    private GroupTable Prepare(RunContext context)
    {
        context.AtEnd(Clear);
        _states = Array.ConvertAll(aggregations, aggregation => aggregation.States(_holding));
        return new GroupTable(Array.ConvertAll(keys, key => key.Numbers(context, _holding)), _holding);
    }

    private void Read(RunContext context)
    {
        if (Input is INodeBatches batches && _groups!.TakesNodesOf(batches.NodeSlot))
        {
            ReadBatches(context, batches);
            return;
        }

        if (keys.Length == 0)
        {
            Start(context);
        }

        while (Input.Next(context))
        {
            context.Limits.Tick();
            if (_groups!.TryAdd(context, out var group))
            {
                StartStates(context);
            }

            var rows = weight < 0 ? 1 : context.Row[weight].AsInteger();
            foreach (var state in _states)
            {
                state.Add(context, group, rows);
            }
        }
    }

    private void ReadBatches(RunContext context, INodeBatches batches)
    {
        var (nodes, groups, weights) = (new int[NodesABatch], new int[NodesABatch], new long[NodesABatch]);
        var slot = batches.NodeSlot;
        void StartGroup(RunContext run, int node)
        {
            run.Row[slot] = GraphValue.From(new NodeReference(node));
            StartStates(run);
        }

        while (batches.Read(context, nodes, weights) is var count and > 0)
        {
            context.Limits.Tick(count);
            var numbers = groups.AsSpan(0, count);
            _groups!.AddNodes(context, nodes.AsSpan(0, count), numbers, StartGroup);
            foreach (var state in _states)
            {
                state.AddNodes(context, slot, nodes.AsSpan(0, count), numbers, weights.AsSpan(0, count));
            }
        }
    }

    /// <summary>Removes all groups and returns the memory of the tables.</summary>
    private void Clear()
    {
        _groups!.Clear();
        _carried.Clear();
        foreach (var state in _states)
        {
            state.Clear();
        }
    }

    /// <summary>Starts the only group of an aggregation without keys, which exists even without rows.</summary>
    private void Start(RunContext context)
    {
        _groups!.TryAdd(context, out _);
        StartStates(context);
    }

    private void StartStates(RunContext context)
    {
        foreach (var state in _states)
        {
            state.Start(context);
        }

        foreach (var slot in carried)
        {
            _carried.Add(context.Row[slot]);
        }

        _holding.Add(context, (8 * _states.Length) + (16 * carried.Length));
    }

    private void Give(RunContext context, int group)
    {
        // Carried slots first, because a key may use a slot that is carried.
        for (var i = 0; i < carried.Length; i++)
        {
            context.Row[carried[i]] = _carried[(group * carried.Length) + i];
        }

        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Slot >= 0)
            {
                context.Row[keys[i].Slot] = _groups!.KeyOf(context, group, i);
            }
        }

        for (var i = 0; i < _states.Length; i++)
        {
            context.Row[aggregations[i].Slot] = _states[i].Result(context, group);
        }
    }
}

/// <summary>A compiled grouping key.</summary>
/// <param name="Slot">Slot of its value, or −1 if the value is not read.</param>
/// <param name="Value">Evaluates the key.</param>
/// <param name="Owner">Slot of the node whose property it is, or −1 for other keys.</param>
/// <param name="Key">Index of the property key among the statement's names.</param>
internal sealed record CompiledKey(int Slot, Evaluator Value, int Owner, int Key)
{
    /// <summary>Compiles a key.</summary>
    public static CompiledKey Of(Assignment key, ExpressionCompiler expressions, StatementNames names) =>
        key.Value is PropertyValue { Owner: SlotValue { Type: var type } owner } property && type == StaticType.Node
            ? new CompiledKey(key.Slot, expressions.Compile(key.Value), owner.Slot, names.Key(property.Key))
            : new CompiledKey(key.Slot, expressions.Compile(key.Value), -1, 0);

    /// <summary>The numbering of its values in a run: by code if the graph has codes and the statement does not write.</summary>
    public KeyNumbers Numbers(RunContext context, Holding holding) =>
        Owner >= 0 && context.Writer is null && context.Keys[Key] is var token and >= 0 && context.Graph.FindNodeCodes(token) is { } codes
            ? new CodedKey(Owner, token, codes, holding)
            : new EvaluatedKey(Value, holding);
}

/// <summary>A compiled aggregate.</summary>
/// <param name="Slot">Slot of its result.</param>
/// <param name="Function">Null for count(*).</param>
/// <param name="Distinct">Whether equal arguments are counted once.</param>
/// <param name="Argument">The value to add for each row; null for count(*).</param>
/// <param name="Second">The second argument, or null.</param>
/// <param name="Place">Position in the query text.</param>
internal sealed record CompiledAggregation(int Slot, AggregateFunction? Function, bool Distinct, Evaluator? Argument, Evaluator? Second, TextPlace Place)
{
    /// <summary>Compiles an aggregate.</summary>
    public static CompiledAggregation Of(Aggregation aggregation, ExpressionCompiler expressions)
    {
        var arguments = expressions.CompileAll(aggregation.Arguments);
        return new CompiledAggregation(aggregation.Slot, aggregation.Function, aggregation.Distinct, arguments.ElementAtOrDefault(0), arguments.ElementAtOrDefault(1), aggregation.Place);
    }

    /// <summary>The states of its groups in a run.</summary>
    public GroupStates States(Holding holding) => (Function?.Name, Distinct) switch
    {
        (null, _) => new CountStates(null),
        ("count", false) => new CountStates(Argument),
        ("count", true) => new CountDistinctStates(Argument!, holding),
        _ => new AccumulatorStates(this, holding),
    };

    /// <summary>The accumulator of a new group.</summary>
    public IAccumulator Start(RunContext context) => Function!.Start(Distinct, Second?.Evaluate(context) ?? GraphValue.Null);
}
