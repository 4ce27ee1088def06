using System.Globalization;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Values;

/// <summary>Copies entities held by number out of their graph, so that results do not depend on it. Element ids are <c>n3</c> and <c>r3</c>.</summary>
public static class EntityDetacher
{
    /// <summary>A value without references into the graph: entities, also in lists and maps, are copied; other values are kept.</summary>
    public static GraphValue Detach(IPropertyGraph graph, GraphValue value) => value.Kind switch
    {
        GraphValueKind.Node when value.IsNodeReference => GraphValue.From(Node(graph, value.AsNodeReference())),
        GraphValueKind.Relationship when value.IsRelationshipReference => GraphValue.From(Relationship(graph, value.AsRelationshipReference())),
        GraphValueKind.Path when PathSteps.TryReference(value, out var path) => GraphValue.From(Path(graph, path)),
        GraphValueKind.List => DetachList(graph, value),
        GraphValueKind.Map => DetachMap(graph, value),
        _ => value,
    };

    /// <summary>Copies a node; a deleted one has no labels or properties.</summary>
    public static GraphNode Node(IPropertyGraph graph, int node) =>
        graph.NodeExists(node)
            ? new(NodeElementId(node), [.. LabelNames(graph, node).Order(StringComparer.Ordinal)], NodeProperties(graph, node))
            : new(NodeElementId(node), [], new Dictionary<string, GraphValue>());

    /// <summary>Copies a relationship; a deleted one has no properties.</summary>
    public static GraphRelationship Relationship(IPropertyGraph graph, int relationship) => new(
        RelationshipElementId(relationship),
        graph.RelationshipTypes.NameOf(graph.TypeOf(relationship)),
        NodeElementId(graph.StartOf(relationship)),
        NodeElementId(graph.EndOf(relationship)),
        graph.RelationshipExists(relationship) ? RelationshipProperties(graph, relationship) : new Dictionary<string, GraphValue>());

    /// <summary>Copies a path.</summary>
    public static GraphPath Path(IPropertyGraph graph, PathReference path) => new(
        Array.ConvertAll(path.Nodes, node => Node(graph, node)),
        Array.ConvertAll(path.Relationships, relationship => Relationship(graph, relationship)));

    /// <summary>The element id of a node by number.</summary>
    public static string NodeElementId(int node) => string.Create(CultureInfo.InvariantCulture, $"n{node}");

    /// <summary>The element id of a relationship by number.</summary>
    public static string RelationshipElementId(int relationship) => string.Create(CultureInfo.InvariantCulture, $"r{relationship}");

    /// <summary>The properties of a node by key, in token order.</summary>
    public static IReadOnlyDictionary<string, GraphValue> NodeProperties(IPropertyGraph graph, int node)
    {
        var properties = new Dictionary<string, GraphValue>();
        foreach (var key in graph.NodePropertyKeys(node))
        {
            properties.Add(graph.PropertyKeys.NameOf(key), graph.NodeProperty(node, key));
        }

        return properties;
    }

    /// <summary>The properties of a relationship by key, in token order.</summary>
    public static IReadOnlyDictionary<string, GraphValue> RelationshipProperties(IPropertyGraph graph, int relationship)
    {
        var properties = new Dictionary<string, GraphValue>();
        foreach (var key in graph.RelationshipPropertyKeys(relationship))
        {
            properties.Add(graph.PropertyKeys.NameOf(key), graph.RelationshipProperty(relationship, key));
        }

        return properties;
    }

    /// <summary>The labels of a node, in token order.</summary>
    public static string[] LabelNames(IPropertyGraph graph, int node)
    {
        var tokens = graph.LabelsOf(node);
        var names = new string[tokens.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = graph.Labels.NameOf(tokens[i]);
        }

        return names;
    }

    private static GraphValue DetachList(IPropertyGraph graph, GraphValue value)
    {
        var list = value.AsList();
        if (list is IntegerRange)
        {
            return value;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Kind is >= GraphValueKind.List and <= GraphValueKind.Path)
            {
                return GraphValue.From(list.Select(element => Detach(graph, element)).ToArray());
            }
        }

        return value;
    }

    private static GraphValue DetachMap(IPropertyGraph graph, GraphValue value)
    {
        var map = value.AsMap();
        return map.Values.Any(entry => entry.Kind is >= GraphValueKind.List and <= GraphValueKind.Path)
            ? GraphValue.From(map.ToDictionary(pair => pair.Key, pair => Detach(graph, pair.Value)))
            : value;
    }
}
