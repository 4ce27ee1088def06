using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Execution.Operators;

/// <summary>Sets properties and labels of entities and counts the changes.</summary>
internal static class EntityWriter
{
    /// <summary>The graph for writing.</summary>
    public static IMutablePropertyGraph Of(RunContext context) =>
        context.Writer ?? throw new InvalidOperationException("A statement that writes was started without a graph to write to.");

    /// <summary>Sets a property of a node or relationship; null removes it.</summary>
    public static void SetProperty(RunContext context, GraphValue entity, string key, GraphValue value)
    {
        var graph = Of(context);
        RequireStorable(key, value);
        var token = graph.PropertyKeyToken(key);
        if (entity.IsNodeReference)
        {
            var node = Existing(graph, entity);
            if (value.IsNull && graph.NodeProperty(node, token).IsNull)
            {
                return;
            }

            graph.SetNodeProperty(node, token, value);
        }
        else
        {
            var relationship = ExistingRelationship(graph, entity);
            if (value.IsNull && graph.RelationshipProperty(relationship, token).IsNull)
            {
                return;
            }

            graph.SetRelationshipProperty(relationship, token, value);
        }

        context.Changes.PropertiesSet++;
    }

    /// <summary>Adds or removes labels of a node.</summary>
    public static void SetLabels(RunContext context, GraphValue entity, IReadOnlyList<string> labels, bool remove)
    {
        var graph = Of(context);
        if (!entity.IsNodeReference)
        {
            throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(entity)}, expected a node: only nodes have labels.");
        }

        var node = Existing(graph, entity);
        foreach (var label in labels)
        {
            if (remove)
            {
                context.Changes.LabelsRemoved += graph.Labels.Find(label) is var token and >= 0 && graph.RemoveLabel(node, token) ? 1 : 0;
            }
            else
            {
                context.Changes.LabelsAdded += graph.AddLabel(node, graph.LabelToken(label)) ? 1 : 0;
            }
        }
    }

    private static int Existing(IMutablePropertyGraph graph, GraphValue entity) =>
        graph.NodeExists(entity.AsNodeReference()) ? entity.AsNodeReference() : throw RuntimeFault.Deleted("node");

    private static int ExistingRelationship(IMutablePropertyGraph graph, GraphValue entity)
    {
        if (!entity.IsRelationshipReference)
        {
            throw RuntimeFault.InvalidArgumentType($"Unexpected {TypeName.Of(entity)}, expected a node or a relationship whose properties are set.");
        }

        return graph.RelationshipExists(entity.AsRelationshipReference()) ? entity.AsRelationshipReference() : throw RuntimeFault.Deleted("relationship");
    }

    /// <summary>Throws for anything but scalars, temporals and lists of these.</summary>
    private static void RequireStorable(string key, GraphValue value)
    {
        var isStorable = value.Kind == GraphValueKind.List ? value.AsList().All(item => !item.IsNull && IsScalar(item)) : IsScalar(value);
        if (!isStorable)
        {
            throw RuntimeFault.Type("InvalidPropertyType", $"The property '{key}' cannot hold {TypeName.Full(value)}: properties are scalars, temporal values, or lists of these.");
        }
    }

    private static bool IsScalar(GraphValue value) => value.Kind is not (GraphValueKind.List or GraphValueKind.Map or GraphValueKind.Node or GraphValueKind.Relationship or GraphValueKind.Path);
}
