using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Functions;

/// <summary>Functions on nodes, relationships and paths. Reading a deleted entity's labels, keys or properties throws; its id and type stay readable.</summary>
internal static class GraphFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("id", [ValueKinds.Entity], ValueKinds.Integer, (_, a) => GraphValue.From(Number(a[0]))),
        new("elementId", [ValueKinds.Entity], ValueKinds.String, (_, a) => GraphValue.From(ElementId(a[0]))),
        new("labels", [ValueKinds.Node], ValueKinds.List, Labels) { TypeFault = "InvalidArgumentValue" },
        new("type", [ValueKinds.Relationship], ValueKinds.String, Type) { TypeFault = "InvalidArgumentValue" },
        new("keys", [ValueKinds.Entity | ValueKinds.Map], ValueKinds.List, Keys),
        new("properties", [ValueKinds.Entity | ValueKinds.Map], ValueKinds.Map, (context, a) => GraphValue.From(Properties(context, a[0]))),
        new("startNode", [ValueKinds.Relationship], ValueKinds.Node, (context, a) => End(context, a[0], start: true)),
        new("endNode", [ValueKinds.Relationship], ValueKinds.Node, (context, a) => End(context, a[0], start: false)),
        new("nodes", [ValueKinds.Path], ValueKinds.List, (_, a) => GraphValue.From(PathSteps.Nodes(a[0]))),
        new("relationships", [ValueKinds.Path], ValueKinds.List, (_, a) => GraphValue.From(PathSteps.Relationships(a[0]))),
        new("length", [ValueKinds.Path], ValueKinds.Integer, (_, a) => GraphValue.From(PathSteps.Length(a[0]))),
    ];

    private static long Number(GraphValue entity) =>
        entity.IsNodeReference ? entity.AsNodeReference()
        : entity.IsRelationshipReference ? entity.AsRelationshipReference()
        : throw RuntimeFault.InvalidArgumentValue("id() needs an entity of the graph that is queried; a detached one has elementId() only.");

    private static string ElementId(GraphValue entity) =>
        entity.IsNodeReference ? EntityDetacher.NodeElementId(entity.AsNodeReference())
        : entity.IsRelationshipReference ? EntityDetacher.RelationshipElementId(entity.AsRelationshipReference())
        : entity.Kind == GraphValueKind.Node ? entity.AsNode().ElementId
        : entity.AsRelationship().ElementId;

    private static GraphValue Labels(FunctionContext context, ReadOnlySpan<GraphValue> arguments)
    {
        if (!arguments[0].IsNodeReference)
        {
            return GraphValue.FromStrings(arguments[0].AsNode().Labels);
        }

        var node = arguments[0].AsNodeReference();
        return context.Graph.NodeExists(node)
            ? GraphValue.FromStrings(EntityDetacher.LabelNames(context.Graph, node))
            : throw RuntimeFault.Deleted("node");
    }

    private static GraphValue Type(FunctionContext context, ReadOnlySpan<GraphValue> arguments) =>
        GraphValue.From(arguments[0].IsRelationshipReference
            ? context.Graph.RelationshipTypes.NameOf(context.Graph.TypeOf(arguments[0].AsRelationshipReference()))
            : arguments[0].AsRelationship().Type);

    private static GraphValue Keys(FunctionContext context, ReadOnlySpan<GraphValue> arguments) =>
        GraphValue.FromStrings(Properties(context, arguments[0]).Keys);

    private static IReadOnlyDictionary<string, GraphValue> Properties(FunctionContext context, GraphValue value)
    {
        if (value.IsNodeReference)
        {
            return context.Graph.NodeExists(value.AsNodeReference())
                ? EntityDetacher.NodeProperties(context.Graph, value.AsNodeReference())
                : throw RuntimeFault.Deleted("node");
        }

        if (value.IsRelationshipReference)
        {
            return context.Graph.RelationshipExists(value.AsRelationshipReference())
                ? EntityDetacher.RelationshipProperties(context.Graph, value.AsRelationshipReference())
                : throw RuntimeFault.Deleted("relationship");
        }

        return value.Kind switch
        {
            GraphValueKind.Node => value.AsNode().Properties,
            GraphValueKind.Relationship => value.AsRelationship().Properties,
            _ => value.AsMap(),
        };
    }

    private static GraphValue End(FunctionContext context, GraphValue relationship, bool start)
    {
        if (!relationship.IsRelationshipReference)
        {
            throw RuntimeFault.InvalidArgumentValue("The end nodes of a detached relationship are not at hand.");
        }

        var number = relationship.AsRelationshipReference();
        return GraphValue.From(new NodeReference(start ? context.Graph.StartOf(number) : context.Graph.EndOf(number)));
    }
}
