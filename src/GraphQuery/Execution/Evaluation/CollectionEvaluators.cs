using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>The items that a loop iterates over.</summary>
internal static class LoopSource
{
    /// <summary>The items of a list; null for null; throws for other values.</summary>
    public static IReadOnlyList<GraphValue>? Items(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => null,
        GraphValueKind.List => value.AsList(),
        _ => throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a list to loop over."),
    };
}

/// <summary>A list that is built item by item and checks the memory limit from time to time.</summary>
/// <param name="context">Context of the run.</param>
/// <param name="capacity">Initial capacity.</param>
internal sealed class GrowingList(RunContext context, int capacity)
{
    private readonly List<GraphValue> _items = new(capacity);
    private long _bytes;
    private long _asked;

    /// <summary>Growth in bytes between two checks of the limit.</summary>
    private const int SmallGrowth = 1 << 16;

    /// <summary>Adds an item; throws if the list exceeds the run's memory limit.</summary>
    public void Add(GraphValue value)
    {
        _items.Add(value);
        _bytes += ValueSize.InGrowingList(value);
        if (_bytes - _asked > SmallGrowth)
        {
            context.Limits.RequireRoom(_bytes);
            _asked = _bytes;
        }
    }

    /// <summary>The list.</summary>
    public GraphValue ToValue() => GraphValue.From(_items);
}

/// <summary>A list comprehension.</summary>
internal sealed class ComprehensionEvaluator(int slot, Evaluator source, Evaluator? where, Evaluator? projection) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var items = LoopSource.Items(source.Evaluate(context));
        if (items is null)
        {
            return GraphValue.Null;
        }

        var result = new GrowingList(context, where is null ? Math.Min(items.Count, 1024) : 0);
        for (var i = 0; i < items.Count; i++)
        {
            context.Limits.Tick();
            context.Row[slot] = items[i];
            if (where is null || where.Test(context) == true)
            {
                result.Add(projection is null ? items[i] : projection.Evaluate(context));
            }
        }

        return result.ToValue();
    }
}

/// <summary>all, any, none, single; null if the result depends on a null.</summary>
internal sealed class QuantifierEvaluator(QuantifierKind kind, int slot, Evaluator source, Evaluator where) : ConditionEvaluator
{
    public override bool? Test(RunContext context)
    {
        var items = LoopSource.Items(source.Evaluate(context));
        if (items is null)
        {
            return null;
        }

        var (hits, unknowns) = (0, 0);
        for (var i = 0; i < items.Count; i++)
        {
            context.Limits.Tick();
            context.Row[slot] = items[i];
            var truth = where.Test(context);
            if (Decides(truth, hits) is { } decided)
            {
                return decided;
            }

            hits += truth == true ? 1 : 0;
            unknowns += truth is null ? 1 : 0;
        }

        return unknowns > 0 ? null : kind switch
        {
            QuantifierKind.Any => false,
            QuantifierKind.Single => hits == 1,
            _ => true,
        };
    }

    private bool? Decides(bool? truth, int hits) => (kind, truth) switch
    {
        (QuantifierKind.All, false) => false,
        (QuantifierKind.Any, true) => true,
        (QuantifierKind.None, true) => false,
        (QuantifierKind.Single, true) when hits > 0 => false,
        _ => null,
    };
}

/// <summary>reduce: a loop in which a value can nest deeper with each step, so its depth is checked here.</summary>
internal sealed class ReductionEvaluator(int total, Evaluator initial, int slot, Evaluator source, Evaluator body, int bodyHeight) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var items = LoopSource.Items(source.Evaluate(context));
        if (items is null)
        {
            return GraphValue.Null;
        }

        var value = initial.Evaluate(context);
        var nextLook = 0;
        for (var i = 0; i < items.Count; i++)
        {
            context.Limits.Tick();
            context.Row[total] = value;
            context.Row[slot] = items[i];
            value = body.Evaluate(context);
            if (i >= nextLook)
            {
                nextLook = i + (ValueDepth.Require(value) / bodyHeight);
            }
        }

        ValueDepth.Require(value);
        return value;
    }
}

/// <summary>CASE without a subject: the first branch whose condition is true.</summary>
internal sealed class ConditionalEvaluator(KeyValuePair<Evaluator, Evaluator>[] branches, Evaluator otherwise) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        foreach (var (when, then) in branches)
        {
            if (when.Test(context) == true)
            {
                return then.Evaluate(context);
            }
        }

        return otherwise.Evaluate(context);
    }
}

/// <summary>CASE with a subject: the first branch whose value equals it.</summary>
internal sealed class SelectionEvaluator(Evaluator subject, KeyValuePair<Evaluator, Evaluator>[] branches, Evaluator otherwise) : Evaluator
{
    public override GraphValue Evaluate(RunContext context)
    {
        var value = subject.Evaluate(context);
        foreach (var (when, then) in branches)
        {
            if (CypherValues.Equal(value, when.Evaluate(context)) == true)
            {
                return then.Evaluate(context);
            }
        }

        return otherwise.Evaluate(context);
    }
}
