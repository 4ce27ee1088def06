using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Sets a slot to a count that the graph maintains.</summary>
internal sealed class CountOperator(Operator input, int slot, Func<RunContext, long> count) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        context.Row[slot] = GraphValue.From(count(context));
        return true;
    }
}

/// <summary>For each row, a row per label or type in use, with its number of nodes or relationships.</summary>
internal sealed class CountByTokenOperator(Operator input, int keySlot, int slot, bool ofNodes) : InputOperator(input)
{
    private int _token;
    private int _count;

    public override void Open(RunContext context)
    {
        base.Open(context);
        (_token, _count) = (0, 0);
    }

    public override bool Next(RunContext context)
    {
        var names = ofNodes ? context.Graph.Labels : context.Graph.RelationshipTypes;
        while (true)
        {
            while (_token < _count)
            {
                var token = _token++;
                var count = ofNodes ? context.Graph.NodesWithLabel(token).Length : context.Graph.CountRelationships(token);
                if (count > 0)
                {
                    context.Row[keySlot] = GraphValue.From(names.NameOf(token));
                    context.Row[slot] = GraphValue.From(count);
                    return true;
                }
            }

            if (!Input.Next(context))
            {
                return false;
            }

            (_token, _count) = (0, names.Count);
        }
    }
}
