using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphBuilder.Asking;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>
/// Writes an answer as one JSON object on one line. Unset fields are null, except that <c>authors</c>, <c>result</c>, <c>of</c> and <c>years</c> are present only if the question asked
/// for them.
/// </summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it in UTF-8.</summary>
    public static void Write(Stream stream, AskAnswer answer)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("question", answer.Question);
        json.WriteString("understood", answer.Understood);
        json.WriteString("answer", answer.Answer);
        json.WriteString("cypher", answer.Cypher);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in answer.Parameters)
        {
            json.WritePropertyName(name);
            GraphValueJson.Write(json, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in answer.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteNumber("total", answer.Total);
        json.WriteBoolean("truncated", answer.Truncated);
        json.WriteStrings("suggestions", answer.Suggestions);
        if (answer.Years.Count > 0)
        {
            WriteYears(json, answer.Years);
        }

        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void WriteYears(Utf8JsonWriter json, IReadOnlyList<YearShare> years)
    {
        json.WriteStartArray("years");
        foreach (var (year, papers, all) in years)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year);
            json.WriteNumber("papers", papers);
            json.WriteNumber("all", all);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, AskRow row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("source_id", row.SourceId);
        json.WriteString("title", row.Title);
        json.WriteNumberOrNull("year", row.Year);
        json.WriteString("relation", row.Relation);
        json.WriteString("via", row.Via);
        json.WriteString("evidence", row.Evidence);
        json.WriteNumberOrNull("confidence", row.Confidence);

        if (row.Result is { } result)
        {
            json.WriteString("result", result);
            json.WriteString("of", row.Of);
        }

        if (row.Authors.Count > 0)
        {
            json.WriteStrings("authors", row.Authors);
        }

        json.WriteEndObject();
    }
}
