using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>One row a group, in the order in which the groups were first met; without keys there is one group even where there is no row.</summary>
internal sealed class AggregateOperator(Operator input, int[] keySlots, Evaluator[] keys, CompiledAggregation[] aggregations) : InputOperator(input)
{
    private readonly Dictionary<GraphValue[], Group> _groups = new(RowEquivalence.Instance);
    private readonly List<Group> _order = [];
    private readonly GraphValue[] _key = new GraphValue[keys.Length];
    private bool _isGrouped;
    private long _held;
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        context.Limits.Release(_held);
        (_held, _at, _isGrouped) = (0, 0, false);
        _groups.Clear();
        _order.Clear();
    }

    public override bool Next(RunContext context)
    {
        if (!_isGrouped)
        {
            Read(context);
            _isGrouped = true;
        }

        if (_at >= _order.Count)
        {
            return false;
        }

        var group = _order[_at++];
        for (var i = 0; i < keySlots.Length; i++)
        {
            context.Row[keySlots[i]] = group.Key[i];
        }

        for (var i = 0; i < aggregations.Length; i++)
        {
            context.Row[aggregations[i].Slot] = group.States[i].Result();
        }

        return true;
    }

    private void Read(RunContext context)
    {
        var group = keys.Length == 0 ? Start(context) : null;
        while (Input.Next(context))
        {
            context.Limits.Tick();
            for (var i = 0; i < keys.Length; i++)
            {
                _key[i] = keys[i].Evaluate(context);
            }

            // Rows that were expanded from one node come together: most need no look-up.
            if (group is null || !RowEquivalence.Instance.Equals(_key, group.Key))
            {
                group = _groups.GetAlternateLookup<ReadOnlySpan<GraphValue>>().TryGetValue(_key, out var known) ? known : Start(context);
            }

            Add(context, group.States);
        }
    }

    /// <summary>Starts a group for the key at hand.</summary>
    private Group Start(RunContext context)
    {
        var group = new Group(_key.AsSpan().ToArray(), Array.ConvertAll(aggregations, aggregation => aggregation.Start(context)));
        _groups.Add(group.Key, group);
        _order.Add(group);
        Hold(context, RunLimits.SizeOf(group.Key) + (64L * (group.States.Length + 1)));
        return group;
    }

    private void Add(RunContext context, IAccumulator[] states)
    {
        for (var i = 0; i < states.Length; i++)
        {
            var before = states[i].HeldBytes;
            states[i].Add(aggregations[i].Argument?.Evaluate(context) ?? GraphValue.True);
            if (states[i].HeldBytes - before is var grown and > 0)
            {
                Hold(context, grown);
            }
        }
    }

    private void Hold(RunContext context, long bytes)
    {
        _held += bytes;
        context.Limits.Hold(bytes);
    }

    private sealed record Group(GraphValue[] Key, IAccumulator[] States);
}

/// <summary>An aggregate ready to run.</summary>
/// <param name="Slot">Where its result goes.</param>
/// <param name="Function">Null for count(*).</param>
/// <param name="Distinct">Whether equal arguments count once.</param>
/// <param name="Argument">What each row adds; null for count(*).</param>
/// <param name="Second">The second argument, or null.</param>
internal sealed record CompiledAggregation(int Slot, AggregateFunction? Function, bool Distinct, Evaluator? Argument, Evaluator? Second)
{
    /// <summary>Compiles an aggregate.</summary>
    public static CompiledAggregation Of(Aggregation aggregation, ExpressionCompiler expressions)
    {
        var arguments = expressions.CompileAll(aggregation.Arguments);
        return new CompiledAggregation(aggregation.Slot, aggregation.Function, aggregation.Distinct, arguments.ElementAtOrDefault(0), arguments.ElementAtOrDefault(1));
    }

    /// <summary>The state of a new group.</summary>
    public IAccumulator Start(RunContext context) =>
        Function is null ? AggregateCatalog.StartCountRows() : Function.Start(Distinct, Second?.Evaluate(context) ?? GraphValue.Null);
}
