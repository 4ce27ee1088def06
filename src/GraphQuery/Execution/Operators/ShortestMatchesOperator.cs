using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>
/// For each row, the shortest matches of a pattern: its plan runs with one more spare relationship each time, and only matches of exactly that length are returned, until there are enough
/// or no match was cut short. Buffers nothing.
/// </summary>
internal sealed class ShortestMatchesOperator(Operator input, ShortestMatches plan, Operator inner) : InputOperator(input)
{
    private readonly StepRation _ration = new();
    private readonly int[] _relationships = [.. plan.Selected.Relationships];
    private readonly long _least = plan.Selected.LeastLength;
    private bool _isOpen;
    private bool _isAny;
    private int _found;

    public override void Open(RunContext context)
    {
        base.Open(context);
        _isOpen = false;
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            if (_isOpen && Find(context))
            {
                return true;
            }

            if (!Input.Next(context))
            {
                return false;
            }

            _isOpen = context.Row[plan.Selected.Left.Slot].IsNodeReference && context.Row[plan.Selected.Right.Slot].IsNodeReference;
            if (_isOpen)
            {
                _found = 0;
                Begin(context, spare: 0);
            }
        }
    }

    /// <summary>The next match for the current row; false if there are enough, or no more.</summary>
    private bool Find(RunContext context)
    {
        var (count, groups) = (plan.Selected.Selector.Count, plan.Selected.Selector.Groups);
        while (groups || _found < count)
        {
            while (Ask(context, inner.Next))
            {
                context.Limits.Tick();
                var beyond = LengthOf(context) - _least - _ration.Spare;
                if (beyond == 0)
                {
                    _isAny = true;
                    _found += groups ? 0 : 1;
                    return true;
                }

                // The limit applies to each part: two parts that use it form a match that is due later.
                _ration.WasCut |= beyond > 0;
            }

            _found += groups && _isAny ? 1 : 0;
            if (!_ration.WasCut || _found >= count)
            {
                break;
            }

            Begin(context, _ration.Spare + 1);
        }

        _isOpen = false;
        return false;
    }

    private void Begin(RunContext context, int spare)
    {
        (_ration.Spare, _ration.WasCut, _isAny) = (spare, false, false);
        Ask(context, run =>
        {
            inner.Open(run);
            return true;
        });
    }

    /// <summary>Runs the inner plan with this limit; an enclosing search has its own.</summary>
    private bool Ask(RunContext context, Func<RunContext, bool> question)
    {
        var around = context.Ration;
        context.Ration = _ration;
        var answer = question(context);
        context.Ration = around;
        return answer;
    }

    private int LengthOf(RunContext context)
    {
        var length = 0;
        foreach (var slot in _relationships)
        {
            var value = context.Row[slot];
            length += value.Kind == GraphValueKind.List ? value.AsList().Count : 1;
        }

        return length;
    }
}
