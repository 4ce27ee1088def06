using System.Globalization;
using System.Text;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Values;

/// <summary>
/// Prints values in the notation of the openCypher TCK: <c>1.0</c>, <c>'text'</c>, <c>[1, null]</c>, <c>{k: 1}</c>, <c>(:Label {k: 1})</c>, <c>[:TYPE]</c>,
/// <c>&lt;(:A)-[:T]-&gt;(:B)&gt;</c>. Labels and the keys of entities are sorted; the keys of maps keep their order.
/// </summary>
public static class ValuePrinter
{
    /// <summary>A value as literal text; strings are quoted.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="graph">Graph of the entities held by number; without it they print as <c>(#3)</c> and <c>[#3]</c>.</param>
    public static string Print(GraphValue value, IPropertyGraph? graph = null)
    {
        var text = new StringBuilder();
        Append(text, value, graph);
        return text.ToString();
    }

    /// <summary>A value as shown by <c>toString()</c> and in a result table: like <see cref="Print"/>, but a top-level string or temporal is unquoted.</summary>
    public static string Text(GraphValue value, IPropertyGraph? graph = null) => value.Kind switch
    {
        GraphValueKind.String => value.AsString(),
        >= GraphValueKind.Date => TemporalPrinter.Print(value),
        _ => Print(value, graph),
    };

    private static void Append(StringBuilder text, GraphValue value, IPropertyGraph? graph)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Null:
                text.Append("null");
                break;
            case GraphValueKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case GraphValueKind.Integer:
                text.Append(CultureInfo.InvariantCulture, $"{value.AsInteger()}");
                break;
            case GraphValueKind.Float:
                text.Append(FloatText.Of(value.AsFloat()));
                break;
            case GraphValueKind.String:
                AppendQuoted(text, value.AsString());
                break;
            case GraphValueKind.List:
                AppendList(text, value.AsList(), graph);
                break;
            case GraphValueKind.Map:
                AppendMap(text, value.AsMap(), graph);
                break;
            case GraphValueKind.Node:
                AppendNode(text, value, graph);
                break;
            case GraphValueKind.Relationship:
                AppendRelationship(text, value, graph);
                break;
            case GraphValueKind.Path:
                AppendPath(text, value, graph);
                break;
            default:
                text.Append('\'').Append(TemporalPrinter.Print(value)).Append('\'');
                break;
        }
    }

    private static void AppendQuoted(StringBuilder text, string value) =>
        text.Append('\'').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');

    private static void AppendList(StringBuilder text, IReadOnlyList<GraphValue> list, IPropertyGraph? graph)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Append(text, list[i], graph);
        }

        text.Append(']');
    }

    private static void AppendMap(StringBuilder text, IEnumerable<KeyValuePair<string, GraphValue>> map, IPropertyGraph? graph)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in map)
        {
            text.Append(first ? "" : ", ").Append(key).Append(": ");
            Append(text, value, graph);
            first = false;
        }

        text.Append('}');
    }

    private static void AppendNode(StringBuilder text, GraphValue value, IPropertyGraph? graph)
    {
        if (value.IsNodeReference && graph is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"(#{value.AsNodeReference()})");
            return;
        }

        var node = value.IsNodeReference ? EntityDetacher.Node(graph!, value.AsNodeReference()) : value.AsNode();
        text.Append('(').AppendJoin("", node.Labels.Select(label => ":" + label));
        AppendProperties(text, node.Properties, node.Labels.Count > 0);
        text.Append(')');
    }

    private static void AppendRelationship(StringBuilder text, GraphValue value, IPropertyGraph? graph)
    {
        if (value.IsRelationshipReference && graph is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"[#{value.AsRelationshipReference()}]");
            return;
        }

        var relationship = value.IsRelationshipReference
            ? EntityDetacher.Relationship(graph!, value.AsRelationshipReference())
            : value.AsRelationship();
        text.Append("[:").Append(relationship.Type);
        AppendProperties(text, relationship.Properties, spaced: true);
        text.Append(']');
    }

    private static void AppendProperties(StringBuilder text, IReadOnlyDictionary<string, GraphValue> properties, bool spaced)
    {
        if (properties.Count > 0)
        {
            text.Append(spaced ? " " : "");
            AppendMap(text, properties.OrderBy(pair => pair.Key, StringComparer.Ordinal), null);
        }
    }

    private static void AppendPath(StringBuilder text, GraphValue value, IPropertyGraph? graph)
    {
        var steps = PathSteps.Of(graph is not null && PathSteps.TryReference(value, out var reference)
            ? GraphValue.From(EntityDetacher.Path(graph, reference))
            : value);
        text.Append('<');
        for (var i = 0; i < steps.Count; i++)
        {
            var backward = i % 2 == 1 && steps[i].Kind == GraphValueKind.Relationship && IsBackward(steps[i], steps[i - 1]);
            text.Append(i % 2 == 0 ? "" : backward ? "<-" : "-");
            Append(text, steps[i], graph);
            text.Append(i % 2 == 0 ? "" : backward ? "-" : "->");
        }

        text.Append('>');
    }

    private static bool IsBackward(GraphValue relationship, GraphValue from) =>
        !relationship.IsRelationshipReference && relationship.AsRelationship().StartElementId != from.AsNode().ElementId;
}
