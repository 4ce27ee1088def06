using System.Text.Json;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>
/// Writes query values as JSON: scalars, lists and maps directly, floats with a decimal point or an exponent, temporals as ISO 8601 text, NaN and infinities as text, a
/// node as <c>{"id":"…","labels":[…],"properties":{…}}</c>, a relationship as <c>{"type":"…","start":"…","end":"…","properties":{…}}</c> with the ids of its nodes, a path
/// as <c>{"nodes":[…],"relationships":[…]}</c>. Ids are the store's own keys (<c>elementId</c>).
/// </summary>
internal static class GraphValueJson
{
    /// <summary>Writes one value.</summary>
    public static void Write(Utf8JsonWriter json, GraphValue value)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Null:
                json.WriteNullValue();
                break;
            case GraphValueKind.Boolean:
                json.WriteBooleanValue(value.AsBoolean());
                break;
            case GraphValueKind.Integer:
                json.WriteNumberValue(value.AsInteger());
                break;
            case GraphValueKind.Float when double.IsFinite(value.AsFloat()):
                json.WriteRawValue(JsonNumber.Print(value.AsFloat()), skipInputValidation: true);
                break;
            case GraphValueKind.Float:
                json.WriteStringValue(value.AsFloat().ToString());
                break;
            case GraphValueKind.String:
                json.WriteStringValue(value.AsString());
                break;
            case GraphValueKind.List:
                WriteList(json, value.AsList());
                break;
            case GraphValueKind.Map:
                WriteMap(json, value.AsMap());
                break;
            case GraphValueKind.Node:
                WriteNode(json, value.AsNode());
                break;
            case GraphValueKind.Relationship:
                WriteRelationship(json, value.AsRelationship());
                break;
            case GraphValueKind.Path:
                WritePath(json, value.AsPath());
                break;
            default:
                json.WriteStringValue(TemporalPrinter.Print(value));
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<GraphValue> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> map)
    {
        json.WriteStartObject();
        foreach (var (key, item) in map)
        {
            json.WritePropertyName(key);
            Write(json, item);
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, GraphNode node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.ElementId);
        json.WriteStartArray("labels");
        foreach (var label in node.Labels)
        {
            json.WriteStringValue(label);
        }

        json.WriteEndArray();
        json.WritePropertyName("properties");
        WriteMap(json, node.Properties);
        json.WriteEndObject();
    }

    private static void WriteRelationship(Utf8JsonWriter json, GraphRelationship relationship)
    {
        json.WriteStartObject();
        json.WriteString("type", relationship.Type);
        json.WriteString("start", relationship.StartElementId);
        json.WriteString("end", relationship.EndElementId);
        json.WritePropertyName("properties");
        WriteMap(json, relationship.Properties);
        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, GraphPath path)
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in path.Nodes)
        {
            WriteNode(json, node);
        }

        json.WriteEndArray();
        json.WriteStartArray("relationships");
        foreach (var relationship in path.Relationships)
        {
            WriteRelationship(json, relationship);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
