using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Sets a slot to a number that the graph knows.</summary>
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

/// <summary>For each row, how many relationships an expansion would find.</summary>
internal sealed class DegreeOperator(Operator input, Expand expand, RelationshipTypes types) : InputOperator(input)
{
    private readonly int[] _distinctFrom = [.. expand.DistinctFrom.Distinct()];
    private int[] _tokens = [];

    public override void Open(RunContext context)
    {
        base.Open(context);
        _tokens = types.Tokens(context);
    }

    public override bool Next(RunContext context)
    {
        while (Input.Next(context))
        {
            context.Limits.Tick();
            if (context.Row[expand.From.Slot].IsNodeReference && Count(context, context.Row[expand.From.Slot].AsNodeReference()) is var count and > 0)
            {
                context.Row[expand.Relationship.Slot] = GraphValue.From(count);
                return true;
            }
        }

        return false;
    }

    private long Count(RunContext context, int node)
    {
        var count = 0L;
        foreach (var token in _tokens)
        {
            count += expand.Direction == PatternDirection.Incoming ? 0 : context.Graph.Outgoing(node, token).Count;
            count += expand.Direction switch
            {
                PatternDirection.Outgoing => 0,
                PatternDirection.Incoming => context.Graph.Incoming(node, token).Count,
                _ => context.Graph.Incoming(node, token).Count - Loops(context.Graph.Incoming(node, token), node),
            };
        }

        return count - Taken(context, node);
    }

    /// <summary>Loops stand on both sides of a node and are met once.</summary>
    private static int Loops(AdjacencySpan incoming, int node) => incoming.Neighbours.Count(node);

    /// <summary>Relationships at the node that the pattern has found already; they differ from each other.</summary>
    private long Taken(RunContext context, int node)
    {
        var taken = 0L;
        foreach (var slot in _distinctFrom)
        {
            var value = context.Row[slot];
            if (value.IsRelationshipReference)
            {
                taken += Touches(context, value.AsRelationshipReference(), node) ? 1 : 0;
            }
            else if (value.Kind == GraphValueKind.List)
            {
                taken += value.AsList().Count(item => Touches(context, item.AsRelationshipReference(), node));
            }
        }

        return taken;
    }

    private bool Touches(RunContext context, int relationship, int node) => types.Matches(context, relationship) && expand.Direction switch
    {
        PatternDirection.Outgoing => context.Graph.StartOf(relationship) == node,
        PatternDirection.Incoming => context.Graph.EndOf(relationship) == node,
        _ => context.Graph.StartOf(relationship) == node || context.Graph.EndOf(relationship) == node,
    };
}
