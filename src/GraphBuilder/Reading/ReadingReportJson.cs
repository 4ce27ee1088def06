using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>Writes a reading report as one JSON object, without truncation.</summary>
public static class ReadingReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it in UTF-8.</summary>
    public static void Write(Stream stream, ReadingReport report)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("records", report.RecordCount);
        json.WriteNumber("papers", report.PaperCount);
        json.WriteNumber("withoutAbstract", report.WithoutAbstract);
        WriteArray(json, "files", report.Files, WriteFile);
        WriteArray(json, "furniture", report.Furniture, (writer, line) =>
        {
            WriteOrigin(writer, line.Origin);
            writer.WriteString("text", line.Text);
        });
        WriteArray(json, "merged", report.Merges, (writer, merge) =>
        {
            writer.WriteString("id", merge.Id.Value);
            writer.WriteString("title", merge.Title);
            writer.WriteString("reason", merge.Reason);
            WriteArray(writer, "origins", merge.Origins, WriteOrigin);
        });
        WriteArray(json, "problems", report.Problems, (writer, problem) =>
        {
            WriteOrigin(writer, problem.Origin);
            writer.WriteString("kind", problem.Kind.ToString().ToLowerInvariant());
            writer.WriteString("reason", problem.Reason);
        });
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, FileReading file)
    {
        json.WriteString("file", file.File);
        json.WriteString("format", file.Format);
        json.WriteNumber("records", file.RecordCount);
        json.WriteStartObject("shapes");
        foreach (var (shape, count) in file.Shapes)
        {
            json.WriteNumber(shape, count);
        }

        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, RecordOrigin origin)
    {
        json.WriteString("file", origin.File);
        json.WriteNumber("line", origin.Line);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
