using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row, every node by number.</summary>
internal sealed class ScanAllOperator(Operator input, int slot) : InputOperator(input)
{
    private int _node;
    private int _end;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_node, _end) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        while (true)
        {
            while (_node < _end)
            {
                context.Limits.Tick();
                var node = _node++;
                if (context.Graph.NodeExists(node))
                {
                    context.Row[slot] = GraphValue.From(new NodeReference(node));
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
internal sealed class ScanLabelOperator(Operator input, int slot, int label) : InputOperator(input)
{
    private int _at;
    private int _count;
    private int _token;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_at, _count) = (0, 0);
    }

    public override bool Next(RunContext context)
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

        context.Limits.Tick();
        context.Row[slot] = GraphValue.From(new NodeReference(context.Graph.NodesWithLabel(_token)[_at++]));
        return true;
    }
}
