using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphStore.Neo4j;

/// <summary>Writes parameters in the typed JSON of the Query API: <c>{"$type":"Integer","_value":"3"}</c> (Neo4j Query API documentation, "Typed JSON").</summary>
internal static class TypedValueWriter
{
    /// <summary>Writes one value.</summary>
    /// <exception cref="ArgumentException">The value is a node, relationship or path, which cannot be a parameter.</exception>
    public static void Write(Utf8JsonWriter json, GraphValue value)
    {
        json.WriteStartObject();
        json.WriteString("$type", TypeName(value));
        json.WritePropertyName("_value");
        switch (value.Kind)
        {
            case GraphValueKind.Null:
                json.WriteNullValue();
                break;
            case GraphValueKind.Boolean:
                json.WriteBooleanValue(value.AsBoolean());
                break;
            case GraphValueKind.Integer:
                json.WriteStringValue(value.AsInteger().ToString(CultureInfo.InvariantCulture));
                break;
            case GraphValueKind.Float:
                json.WriteStringValue(Float(value.AsFloat()));
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
            default:
                json.WriteStringValue(TemporalPrinter.Print(value));
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the members of a map, each typed, without a type around them, as in <c>parameters</c>.</summary>
    public static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<GraphValue> list)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static string TypeName(GraphValue value) => value.Kind switch
    {
        GraphValueKind.DateTime => value.As<DateTimeValue>().Zone is null ? "OffsetDateTime" : "ZonedDateTime",
        GraphValueKind.Node or GraphValueKind.Relationship or GraphValueKind.Path =>
            throw new ArgumentException($"A {value.Kind} cannot be a parameter.", nameof(value)),
        var kind when Enum.IsDefined(kind) => kind.ToString(),
        _ => throw new UnreachableException(),
    };

    private static string Float(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
