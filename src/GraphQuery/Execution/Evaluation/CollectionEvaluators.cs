using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Reads what loops run over, and guards what they gather.</summary>
internal static class LoopSource
{
    /// <summary>The items of a list; null for null; throws for anything else.</summary>
    public static IReadOnlyList<GraphValue>? Items(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Null => null,
        GraphValueKind.List => value.AsList(),
        _ => throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a list to loop over."),
    };

    /// <summary>Asks now and then whether a growing list may grow on.</summary>
    public static void RequireRoom(RunContext context, int count)
    {
        if (count % 1024 == 0)
        {
            // A list that doubles when it is full has its items, spare places, and the places that it was copied from.
            context.Limits.RequireRoom(3 * RunLimits.SizeOfList(count));
        }
    }
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

        var result = new List<GraphValue>(where is null ? Math.Min(items.Count, 1024) : 0);
        for (var i = 0; i < items.Count; i++)
        {
            context.Limits.Tick();
            context.Row[slot] = items[i];
            if (where is null || where.Test(context) == true)
            {
                result.Add(projection is null ? items[i] : projection.Evaluate(context));
                LoopSource.RequireRoom(context, result.Count);
            }
        }

        return GraphValue.From(result);
    }
}

/// <summary>all, any, none, single, with unknown where a null decides.</summary>
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

/// <summary>reduce: the only place where a value can nest deeper with each step, so that its depth is watched here.</summary>
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

/// <summary>CASE with a subject: the first branch that equals it.</summary>
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
