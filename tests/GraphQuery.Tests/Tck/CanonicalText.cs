using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>
/// The same text for all values that the TCK considers equal: map keys are sorted, and lists too if a scenario ignores their order. Integers and floats
/// differ (<c>1</c>, <c>1.0</c>); a temporal is its quoted text.
/// </summary>
internal static class CanonicalText
{
    /// <summary>The text of a detached value.</summary>
    public static string Of(GraphValue value, bool ignoresListOrder = false) => ValuePrinter.Print(Normalize(value, ignoresListOrder));

    /// <summary>The text of a row.</summary>
    public static string Of(IEnumerable<GraphValue> row, bool ignoresListOrder) =>
        "| " + string.Join(" | ", row.Select(value => Of(value, ignoresListOrder))) + " |";

    private static GraphValue Normalize(GraphValue value, bool ignoresListOrder) => value.Kind switch
    {
        GraphValueKind.Float when value.AsFloat() == 0 => GraphValue.From(0.0),
        GraphValueKind.List => GraphValue.From(Sort(value.AsList().Select(element => Normalize(element, ignoresListOrder)), ignoresListOrder)),
        GraphValueKind.Map => GraphValue.From(Normalize(value.AsMap(), ignoresListOrder)),
        GraphValueKind.Node => GraphValue.From(Normalize(value.AsNode(), ignoresListOrder)),
        GraphValueKind.Relationship => GraphValue.From(Normalize(value.AsRelationship(), ignoresListOrder)),
        GraphValueKind.Path => GraphValue.From(new GraphPath(
            [.. value.AsPath().Nodes.Select(node => Normalize(node, ignoresListOrder))],
            [.. value.AsPath().Relationships.Select(relationship => Normalize(relationship, ignoresListOrder))])),
        _ => value,
    };

    private static GraphNode Normalize(GraphNode node, bool ignoresListOrder) => node with
    {
        Labels = [.. node.Labels.Order(StringComparer.Ordinal)],
        Properties = Normalize(node.Properties, ignoresListOrder),
    };

    private static GraphRelationship Normalize(GraphRelationship relationship, bool ignoresListOrder) =>
        relationship with { Properties = Normalize(relationship.Properties, ignoresListOrder) };

    private static Dictionary<string, GraphValue> Normalize(IReadOnlyDictionary<string, GraphValue> map, bool ignoresListOrder) =>
        map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Normalize(pair.Value, ignoresListOrder));

    private static GraphValue[] Sort(IEnumerable<GraphValue> elements, bool sorts) =>
        sorts ? [.. elements.OrderBy(element => ValuePrinter.Print(element), StringComparer.Ordinal)] : [.. elements];
}
