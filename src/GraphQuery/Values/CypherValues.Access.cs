using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Values;

public static partial class CypherValues
{
    /// <summary>
    /// <c>container[key]</c>: an element of a list (counted from the end for a negative index, null out of range), an entry of a map, a property of an entity
    /// by name. Null if either operand is null.
    /// </summary>
    /// <param name="container">List, map, node or relationship.</param>
    /// <param name="key">Integer for a list, string for the others.</param>
    /// <param name="graph">Graph of the nodes and relationships held by number; null if there can be none.</param>
    public static GraphValue Index(GraphValue container, GraphValue key, IPropertyGraph? graph = null)
    {
        switch (container.Kind)
        {
            case GraphValueKind.Null:
                return GraphValue.Null;
            case GraphValueKind.List:
                return IndexList(container.AsList(), key);
            case GraphValueKind.Map or GraphValueKind.Node or GraphValueKind.Relationship:
                return key.IsNull ? GraphValue.Null
                    : key.IsString ? Property(container, key.AsString(), graph)
                    : throw RuntimeFault.Type("MapElementAccessByNonString", $"{TypeName.WithArticle(container)} is indexed by STRING, not by {TypeName.Of(key)}.");
            default:
                throw RuntimeFault.InvalidArgumentType($"{TypeName.WithArticle(container)} cannot be indexed.");
        }
    }

    /// <summary>
    /// <c>list[from..to]</c>, the end exclusive; negative bounds count from the end, bounds out of range are clamped. Null if the list or a given bound is
    /// null. Pass null (not the null value) for an omitted bound.
    /// </summary>
    public static GraphValue Slice(GraphValue list, GraphValue? from, GraphValue? to)
    {
        if (list.IsNull || from is { IsNull: true } || to is { IsNull: true })
        {
            return GraphValue.Null;
        }

        if (list.Kind != GraphValueKind.List)
        {
            throw RuntimeFault.InvalidArgumentType($"{TypeName.WithArticle(list)} cannot be sliced.");
        }

        var elements = list.AsList();
        var start = from is { } first ? Bound(first, elements.Count) : 0;
        var end = to is { } last ? Bound(last, elements.Count) : elements.Count;
        if (start >= end)
        {
            return GraphValue.From(Array.Empty<GraphValue>());
        }

        ListLimit.Check(end - start);
        var slice = new GraphValue[end - start];
        for (var i = 0; i < slice.Length; i++)
        {
            slice[i] = elements[start + i];
        }

        return GraphValue.From(slice);
    }

    /// <summary>
    /// <c>value.name</c>: an entry of a map, a component of a temporal or duration, a property of an entity; null if it is absent or the value is
    /// null.
    /// </summary>
    /// <param name="value">The owner.</param>
    /// <param name="name">Key or component, case-sensitive.</param>
    /// <param name="graph">Graph of the nodes and relationships held by number; null if there can be none.</param>
    public static GraphValue Property(GraphValue value, string name, IPropertyGraph? graph = null) => value.Kind switch
    {
        GraphValueKind.Null => GraphValue.Null,
        GraphValueKind.Map => value.AsMap().GetValueOrDefault(name),
        GraphValueKind.Node when value.IsNodeReference => NodeProperty(graph, value.AsNodeReference(), name),
        GraphValueKind.Node => value.AsNode().Properties.GetValueOrDefault(name),
        GraphValueKind.Relationship when value.IsRelationshipReference => RelationshipProperty(graph, value.AsRelationshipReference(), name),
        GraphValueKind.Relationship => value.AsRelationship().Properties.GetValueOrDefault(name),
        GraphValueKind.Date or GraphValueKind.LocalTime or GraphValueKind.Time or GraphValueKind.LocalDateTime or GraphValueKind.DateTime
            or GraphValueKind.Duration => TemporalComponents.Get(value, name),
        _ => throw RuntimeFault.InvalidArgumentType($"{TypeName.WithArticle(value)} has no property {name}."),
    };

    private static GraphValue NodeProperty(IPropertyGraph? graph, int node, string name)
    {
        if (graph is null || !graph.NodeExists(node))
        {
            throw RuntimeFault.Deleted("node");
        }

        var key = graph.PropertyKeys.Find(name);
        return key < 0 ? GraphValue.Null : graph.NodeProperty(node, key);
    }

    private static GraphValue RelationshipProperty(IPropertyGraph? graph, int relationship, string name)
    {
        if (graph is null || !graph.RelationshipExists(relationship))
        {
            throw RuntimeFault.Deleted("relationship");
        }

        var key = graph.PropertyKeys.Find(name);
        return key < 0 ? GraphValue.Null : graph.RelationshipProperty(relationship, key);
    }

    private static GraphValue IndexList(IReadOnlyList<GraphValue> list, GraphValue key)
    {
        if (key.IsNull)
        {
            return GraphValue.Null;
        }

        if (!key.IsInteger)
        {
            throw RuntimeFault.Type("ListElementAccessByNonInteger", $"A LIST is indexed by INTEGER, not by {TypeName.Of(key)}.");
        }

        var index = key.AsInteger();
        index = index < 0 ? index + list.Count : index;
        return index >= 0 && index < list.Count ? list[(int)index] : GraphValue.Null;
    }

    private static int Bound(GraphValue bound, int count)
    {
        if (!bound.IsInteger)
        {
            throw RuntimeFault.InvalidArgumentType($"A slice is bounded by INTEGER, not by {TypeName.Of(bound)}.");
        }

        var position = bound.AsInteger();
        return (int)Math.Clamp(position < 0 ? position + count : position, 0, count);
    }
}
