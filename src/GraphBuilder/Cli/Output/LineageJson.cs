using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphAnalysis.Lineage;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes a lineage as one JSON object: nodes oldest first, arcs from the descendant to the ancestor.</summary>
internal static class LineageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it in UTF-8, on one line.</summary>
    public static void Write(Stream stream, Lineage lineage)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("focus", lineage.Focus);
        json.WriteStartArray("nodes");
        foreach (var node in lineage.Nodes)
        {
            WriteNode(json, node);
        }

        json.WriteEndArray();
        json.WriteStartArray("arcs");
        foreach (var arc in lineage.Arcs)
        {
            WriteArc(json, arc);
        }

        json.WriteEndArray();
        json.WriteNumber("total", lineage.Total);
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void WriteNode(Utf8JsonWriter json, LineageNode node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        json.WriteString("name", node.Name);
        if (node.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        json.WriteNumber("depth", node.Depth);
        json.WriteEndObject();
    }

    private static void WriteArc(Utf8JsonWriter json, LineageArc arc)
    {
        json.WriteStartObject();
        json.WriteString("from", arc.From);
        json.WriteString("to", arc.To);
        json.WriteString("type", arc.Relationship.Type);
        json.WriteNumber("confidence", arc.Confidence);
        json.WriteNumber("papers", arc.Papers);
        json.WriteString("evidence", arc.Evidence);
        json.WriteBoolean("implied", arc.IsImplied);
        json.WriteEndObject();
    }
}
