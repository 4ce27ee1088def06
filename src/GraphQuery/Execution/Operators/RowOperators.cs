using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Rows for which all predicates are true.</summary>
internal sealed class FilterOperator(Operator input, Evaluator[] predicates) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        while (Input.Next(context))
        {
            context.Limits.Tick();
            if (Passes(context))
            {
                return true;
            }
        }

        return false;
    }

    private bool Passes(RunContext context)
    {
        foreach (var predicate in predicates)
        {
            if (predicate.Test(context) != true)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Sets slots. All values are computed before the first slot is set, so that variables can be swapped.</summary>
internal sealed class ProjectOperator(Operator input, int[] slots, Evaluator[] values) : InputOperator(input)
{
    private readonly GraphValue[] _computed = new GraphValue[slots.Length];

    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        for (var i = 0; i < slots.Length; i++)
        {
            _computed[i] = values[i].Evaluate(context);
        }

        for (var i = 0; i < slots.Length; i++)
        {
            context.Row[slots[i]] = _computed[i];
        }

        return true;
    }
}

/// <summary>For each row, one row per item of a list.</summary>
internal sealed class UnwindOperator(Operator input, Evaluator source, int slot) : InputOperator(input)
{
    private IReadOnlyList<GraphValue> _items = [];
    private int _at;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_items, _at) = ([], 0);
    }

    public override bool Next(RunContext context)
    {
        while (_at >= _items.Count)
        {
            if (!Input.Next(context))
            {
                return false;
            }

            var value = source.Evaluate(context);
            _at = 0;
            _items = value.Kind switch
            {
                GraphValueKind.Null => [],
                GraphValueKind.List => value.AsList(),
                _ => [value],
            };
        }

        context.Limits.Tick();
        context.Row[slot] = _items[_at++];
        return true;
    }
}

/// <summary>For each row, the rows of an inner plan, or one row with nulls.</summary>
internal sealed class OptionalOperator(Operator input, Operator inner, int[] nullSlots) : InputOperator(input)
{
    private bool _isOpen;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _isOpen = false;
    }

    public override bool Next(RunContext context)
    {
        if (_isOpen && inner.Next(context))
        {
            return true;
        }

        if (!Input.Next(context))
        {
            return false;
        }

        inner.Open(context);
        _isOpen = inner.Next(context);
        if (!_isOpen)
        {
            foreach (var slot in nullSlots)
            {
                context.Row[slot] = GraphValue.Null;
            }
        }

        return true;
    }
}

/// <summary>For each row, the rows of an inner plan.</summary>
internal sealed class ForEachRowOperator(Operator input, Operator inner) : InputOperator(input)
{
    private bool _isOpen;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _isOpen = false;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            if (_isOpen && inner.Next(context))
            {
                return true;
            }

            if (!Input.Next(context))
            {
                return false;
            }

            inner.Open(context);
            _isOpen = true;
        }
    }
}

/// <summary>Each row once, after an inner plan has run for it.</summary>
internal sealed class ForEffectOperator(Operator input, Operator inner) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        inner.Open(context);
        while (inner.Next(context))
        {
            context.Limits.Tick();
        }

        return true;
    }
}

/// <summary>The rows of several plans, in sequence.</summary>
internal sealed class ConcatenateOperator(Operator[] inputs) : Operator
{
    private int _at;

    public override void Open(RunContext context)
    {
        _at = 0;
        inputs[0].Open(context);
    }

    public override bool Next(RunContext context)
    {
        while (!inputs[_at].Next(context))
        {
            if (_at == inputs.Length - 1)
            {
                return false;
            }

            inputs[++_at].Open(context);
        }

        return true;
    }
}
