using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Planning;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>For each row with a variable-length path, the lists of the left and right nodes of its steps.</summary>
internal sealed class ListNodesOperator(Operator input, ListNodes plan) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        var relationships = context.Row[plan.Relationships];
        var nodes = Walk(context, context.Row[plan.From], relationships.AsList());
        Set(context, plan.Nodes.Lefts, nodes[..^1]);
        Set(context, plan.Nodes.Rights, nodes[1..]);
        return true;
    }

    private static GraphValue[] Walk(RunContext context, GraphValue from, IReadOnlyList<GraphValue> relationships)
    {
        var nodes = new GraphValue[relationships.Count + 1];
        nodes[0] = from;
        for (var i = 0; i < relationships.Count; i++)
        {
            var relationship = relationships[i].AsRelationshipReference();
            var (start, end) = (context.Graph.StartOf(relationship), context.Graph.EndOf(relationship));
            nodes[i + 1] = GraphValue.From(new NodeReference(start == nodes[i].AsNodeReference() ? end : start));
        }

        return nodes;
    }

    private static void Set(RunContext context, int? slot, GraphValue[] nodes)
    {
        if (slot is { } list)
        {
            context.Row[list] = GraphValue.From(nodes);
        }
    }
}
