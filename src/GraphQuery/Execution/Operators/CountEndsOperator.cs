using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Tables;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, the nodes at the far end of the relationships of a type, each with its number of such relationships.</summary>
/// <param name="input">Rows.</param>
/// <param name="plan">The replaced expansion; the slot of its relationship is set to the number.</param>
/// <param name="ends">The type and the required labels of its ends.</param>
internal sealed class CountEndsOperator(Operator input, Expand plan, TypedEnds ends) : InputOperator(input), INodeBatches
{
    private readonly bool _isForward = plan.Direction == PatternDirection.Outgoing;

    /// <summary>Counts by node, in a rented array that is returned after the last node.</summary>
    private int[]? _counts;
    private int _at;
    private int _end;

    public int NodeSlot => plan.To.Slot;

    public override void Open(RunContext context)
    {
        base.Open(context);
        GiveBack();
    }

    public override bool Next(RunContext context)
    {
        if (!Find(context))
        {
            return false;
        }

        context.Limits.Tick();
        context.Row[plan.Relationship.Slot] = GraphValue.From(_counts![_at]);
        context.Row[plan.To.Slot] = GraphValue.From(new NodeReference(_at++));
        return true;
    }

    public int Read(RunContext context, Span<int> nodes, Span<long> weights)
    {
        if (!Find(context))
        {
            return 0;
        }

        var count = 0;
        do
        {
            (nodes[count], weights[count++]) = (_at, _counts![_at]);
            _at++;
        }
        while (count < nodes.Length && Skip());

        return count;
    }

    /// <summary>Advances to the next node with a count, in the next input row if there is none left; false after the last.</summary>
    private bool Find(RunContext context)
    {
        while (!Skip())
        {
            GiveBack();
            if (!Input.Next(context))
            {
                return false;
            }

            Count(context);
        }

        return true;
    }

    private bool Skip()
    {
        if (_counts is null)
        {
            return false;
        }

        var next = _counts.AsSpan(_at, _end - _at).IndexOfAnyExcept(0);
        _at = next < 0 ? _end : _at + next;
        return next >= 0;
    }

    private void Count(RunContext context)
    {
        (_at, _end) = (0, context.Graph.NodeCapacity);
        _counts = TableArrays.LendCleared<int>(_end);
        var (near, far) = ends.Tests(context, _isForward);
        foreach (var relationship in ends.Relationships(context).Span)
        {
            context.Limits.Tick();
            var node = _isForward ? context.Graph.EndOf(relationship) : context.Graph.StartOf(relationship);
            if (near is null || near.MatchesNode(context, _isForward ? context.Graph.StartOf(relationship) : context.Graph.EndOf(relationship)))
            {
                _counts[node]++;
            }
        }

        if (far is not null)
        {
            Drop(context, far);
        }
    }

    private void Drop(RunContext context, LabelMatcher labels)
    {
        for (_at = 0; Skip(); _at++)
        {
            context.Limits.Tick();
            if (!labels.MatchesNode(context, _at))
            {
                _counts![_at] = 0;
            }
        }

        _at = 0;
    }

    private void GiveBack()
    {
        if (_counts is not null)
        {
            TableArrays.TakeBack(_counts);
            _counts = null;
        }
    }
}
