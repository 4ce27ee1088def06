using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Binding;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Assembles a named path from the slots of its pattern.</summary>
internal sealed class BuildPathOperator(Operator input, PatternPath path) : InputOperator(input)
{
    public override bool Next(RunContext context)
    {
        if (!Input.Next(context))
        {
            return false;
        }

        context.Row[path.Slot] = PathAssembler.Assemble(context, path);
        return true;
    }
}

/// <summary>Creates path values.</summary>
internal static class PathAssembler
{
    /// <summary>The path of a pattern in the current row; null if a part of it is null.</summary>
    public static GraphValue Assemble(RunContext context, PatternPath path)
    {
        var nodes = new List<int>();
        var relationships = new List<int>();
        if (!context.Row[path.Nodes[0]].IsNodeReference)
        {
            return GraphValue.Null;
        }

        nodes.Add(context.Row[path.Nodes[0]].AsNodeReference());
        foreach (var slot in path.Relationships)
        {
            var value = context.Row[slot];
            if (value.IsNull)
            {
                return GraphValue.Null;
            }

            if (value.IsRelationshipReference)
            {
                Walk(context.Graph, value.AsRelationshipReference(), nodes, relationships);
                continue;
            }

            foreach (var item in value.AsList())
            {
                Walk(context.Graph, item.AsRelationshipReference(), nodes, relationships);
            }
        }

        return GraphValue.From(new PathReference([.. nodes], [.. relationships]));
    }

    private static void Walk(IPropertyGraph graph, int relationship, List<int> nodes, List<int> relationships)
    {
        relationships.Add(relationship);
        nodes.Add(graph.StartOf(relationship) == nodes[^1] ? graph.EndOf(relationship) : graph.StartOf(relationship));
    }
}
