using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>One row a group, in the order in which the groups were first met; without keys there is one group even where there is no row.</summary>
internal sealed class AggregateOperator(Operator input, int[] keySlots, Evaluator[] keys, CompiledAggregation[] aggregations) : InputOperator(input)
{
    private readonly Dictionary<GraphValue[], IAccumulator[]> _groups = new(RowEquivalence.Instance);
    private readonly List<(GraphValue[] Key, IAccumulator[] States)> _order = [];
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
            Group(context);
            _isGrouped = true;
        }

        if (_at >= _order.Count)
        {
            return false;
        }

        var (key, states) = _order[_at++];
        for (var i = 0; i < keySlots.Length; i++)
        {
            context.Row[keySlots[i]] = key[i];
        }

        for (var i = 0; i < aggregations.Length; i++)
        {
            context.Row[aggregations[i].Slot] = states[i].Result();
        }

        return true;
    }

    private void Group(RunContext context)
    {
        var groups = _groups.GetAlternateLookup<ReadOnlySpan<GraphValue>>();
        var single = keys.Length == 0 ? Start(context, []) : null;
        while (Input.Next(context))
        {
            context.Limits.Tick();
            var states = single;
            if (states is null)
            {
                for (var i = 0; i < keys.Length; i++)
                {
                    _key[i] = keys[i].Evaluate(context);
                }

                if (!groups.TryGetValue(_key, out states))
                {
                    var key = _key.AsSpan().ToArray();
                    states = Start(context, key);
                    _groups.Add(key, states);
                }
            }

            Add(context, states);
        }
    }

    private IAccumulator[] Start(RunContext context, GraphValue[] key)
    {
        var states = Array.ConvertAll(aggregations, aggregation => aggregation.Start(context));
        _order.Add((key, states));
        Hold(context, RunLimits.SizeOf(key) + (64L * (states.Length + 1)));
        return states;
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
