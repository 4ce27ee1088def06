using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>A common view of maps and entities as keys with values.</summary>
internal static class PropertyMap
{
    /// <summary>The entries of a map, or the properties of an entity; throws for other values.</summary>
    public static IReadOnlyDictionary<string, GraphValue> Of(GraphValue value, RunContext context)
    {
        if (value.IsNodeReference)
        {
            return EntityDetacher.NodeProperties(context.Graph, value.AsNodeReference());
        }

        if (value.IsRelationshipReference)
        {
            return EntityDetacher.RelationshipProperties(context.Graph, value.AsRelationshipReference());
        }

        return value.Kind switch
        {
            GraphValueKind.Map => value.AsMap(),
            GraphValueKind.Node => value.AsNode().Properties,
            GraphValueKind.Relationship => value.AsRelationship().Properties,
            _ => throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(value)}, expected a map, a node or a relationship."),
        };
    }
}
