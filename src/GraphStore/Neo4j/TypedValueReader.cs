using System.Globalization;
using System.Text.Json;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphStore.Neo4j;

/// <summary>Reads values from the typed JSON of the Query API.</summary>
internal static class TypedValueReader
{
    /// <summary>Reads one value.</summary>
    /// <exception cref="FormatException">The type is unknown to this version.</exception>
    public static GraphValue Read(JsonElement cell)
    {
        if (cell.ValueKind == JsonValueKind.Null)
        {
            return GraphValue.Null;
        }

        var value = cell.GetProperty("_value");
        return cell.GetProperty("$type").GetString() switch
        {
            "Null" => GraphValue.Null,
            "Boolean" => GraphValue.From(value.GetBoolean()),
            "Integer" => GraphValue.From(long.Parse(Text(value), CultureInfo.InvariantCulture)),
            "Float" => GraphValue.From(Float(Text(value))),
            "String" => GraphValue.From(Text(value)),
            "List" => GraphValue.From(value.EnumerateArray().Select(Read).ToArray()),
            "Map" => GraphValue.From(Map(value)),
            "Node" => GraphValue.From(Node(value)),
            "Relationship" => GraphValue.From(Relationship(value)),
            "Path" => GraphValue.From(Path(value)),
            "Date" => GraphValue.From(TemporalParser.Date(Text(value))),
            "LocalTime" => GraphValue.From(TemporalParser.LocalTime(Text(value))),
            "Time" => GraphValue.From(TemporalParser.Time(Text(value))),
            "LocalDateTime" => GraphValue.From(TemporalParser.LocalDateTime(Text(value))),
            "OffsetDateTime" or "ZonedDateTime" => GraphValue.From(TemporalParser.DateTime(Text(value))),
            "Duration" => GraphValue.From(TemporalParser.Duration(Text(value))),
            "Base64" or "Point" => GraphValue.From(Text(value)),
            var other => throw new FormatException($"The server sent a value of type '{other}', which this version does not read."),
        };
    }

    private static string Text(JsonElement value) => value.GetString() ?? "";

    private static double Float(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, GraphValue> Map(JsonElement value) =>
        value.EnumerateObject().ToDictionary(member => member.Name, member => Read(member.Value), StringComparer.Ordinal);

    private static GraphNode Node(JsonElement value) =>
        new(
            Text(value.GetProperty("_element_id")),
            [.. value.GetProperty("_labels").EnumerateArray().Select(Text).Order(StringComparer.Ordinal)],
            Map(value.GetProperty("_properties")));

    private static GraphRelationship Relationship(JsonElement value) =>
        new(
            Text(value.GetProperty("_element_id")), Text(value.GetProperty("_type")), Text(value.GetProperty("_start_node_element_id")),
            Text(value.GetProperty("_end_node_element_id")), Map(value.GetProperty("_properties")));

    /// <summary>A path is a flat array: node, relationship, node, ….</summary>
    private static GraphPath Path(JsonElement value)
    {
        var steps = value.EnumerateArray().Select(step => Read(step)).ToArray();
        return new GraphPath(
            [.. steps.Where((_, at) => at % 2 == 0).Select(step => step.AsNode())],
            [.. steps.Where((_, at) => at % 2 == 1).Select(step => step.AsRelationship())]);
    }
}
