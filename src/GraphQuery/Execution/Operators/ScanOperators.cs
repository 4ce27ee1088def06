using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, every node in ascending order.</summary>
internal sealed class ScanAllOperator(Operator input, int slot) : InputOperator(input), INodeBatches
{
    private int _node;
    private int _end;

    public int NodeSlot => slot;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_node, _end) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        if (!Find(context))
        {
            return false;
        }

        context.Row[slot] = GraphValue.From(new NodeReference(_node++));
        return true;
    }

    public int Read(RunContext context, Span<int> nodes, Span<long> weights)
    {
        if (!Find(context))
        {
            return 0;
        }

        var count = 0;
        while (_node < _end && count < nodes.Length)
        {
            nodes[count] = _node;
            count += context.Graph.NodeExists(_node++) ? 1 : 0;
        }

        weights[..count].Fill(1);
        return count;
    }

    /// <summary>Advances to the next existing node, in the next input row if there is none left; false after the last.</summary>
    private bool Find(RunContext context)
    {
        while (true)
        {
            for (; _node < _end; _node++)
            {
                context.Limits.Tick();
                if (context.Graph.NodeExists(_node))
                {
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            (_node, _end) = (0, context.Graph.NodeCapacity);
        }
    }
}

/// <summary>For each row, the nodes of a label.</summary>
internal sealed class ScanLabelOperator(Operator input, int slot, int label) : InputOperator(input), INodeBatches
{
    private int _at;
    private int _count;
    private int _token;

    public int NodeSlot => slot;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_at, _count) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        if (!Find(context))
        {
            return false;
        }

        context.Limits.Tick();
        context.Row[slot] = GraphValue.From(new NodeReference(context.Graph.NodesWithLabel(_token)[_at++]));
        return true;
    }

    public int Read(RunContext context, Span<int> nodes, Span<long> weights)
    {
        if (!Find(context))
        {
            return 0;
        }

        var count = Math.Min(nodes.Length, _count - _at);
        context.Graph.NodesWithLabel(_token).Slice(_at, count).CopyTo(nodes);
        weights[..count].Fill(1);
        _at += count;
        return count;
    }

    /// <summary>Advances to the next node, in the next input row if there is none left; false after the last.</summary>
    private bool Find(RunContext context)
    {
        while (_at >= _count)
        {
            if (!Input.Next(context))
            {
                return false;
            }

            _token = context.Labels[label];
            (_at, _count) = (0, _token < 0 ? 0 : context.Graph.NodesWithLabel(_token).Length);
        }

        return true;
    }
}
