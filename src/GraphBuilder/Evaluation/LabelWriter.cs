using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>
/// Writes labelled papers without their texts: id, title, a hash of the abstract, results, relations, and for each concept its names, type, role and the offsets of its
/// mentions. Labels can be distributed in this form; <see cref="LabelTexts"/> joins them to abstracts again.
/// </summary>
public static class LabelWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one paper as one line.</summary>
    public static void Write(LabelledPaper paper, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", paper.Id);
            json.WriteString("title", paper.Title);
            json.WriteString("sha256", paper.AbstractHash ?? HashOf(paper.Abstract));
            WriteList(json, "concepts", paper.Concepts, WriteConcept);
            WriteList(json, "results", paper.Results, WriteResult);
            if (paper.HasRelations)
            {
                WriteList(json, "relations", paper.Relations, WriteRelation);
            }
            else
            {
                json.WriteNull("relations");
            }

            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    /// <summary>SHA-256 of the UTF-8 bytes in lower-case hexadecimal.</summary>
    public static string HashOf(string @abstract) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(@abstract)));

    private static void WriteConcept(Utf8JsonWriter json, LabelledConcept concept)
    {
        json.WriteString("name", concept.Name);
        WriteTexts(json, "aliases", concept.Aliases);
        WriteOptional(json, "canonical", concept.Canonical);
        json.WriteString("type", concept.Types[0].ToString());
        WriteTexts(json, "also_type", [.. concept.Types.Skip(1).Select(type => type.ToString())]);
        json.WriteString("role", concept.Roles[0].ToExportName());
        WriteTexts(json, "also_role", [.. concept.Roles.Skip(1).Select(role => role.ToExportName())]);
        json.WriteBoolean("required", concept.Required);
        json.WriteStartArray("mentions");
        foreach (var mention in concept.Mentions)
        {
            WriteSpan(json, mention);
        }

        json.WriteEndArray();
        if (concept.Evidence is { } evidence)
        {
            json.WritePropertyName("evidence");
            WriteSpan(json, evidence);
        }
    }

    private static void WriteResult(Utf8JsonWriter json, LabelledResult result)
    {
        WriteOptional(json, "on", result.On);
        WriteOptional(json, "value", result.Value);
        WriteOptional(json, "unit", result.Unit);
        WriteOptional(json, "metric", result.Metric);
        WriteOptional(json, "delta", result.Delta);
        WriteOptional(json, "of", result.Of);
    }

    private static void WriteRelation(Utf8JsonWriter json, LabelledRelation relation)
    {
        json.WriteString("head", relation.Head);
        json.WriteString("type", relation.Type.ToLowerInvariant());
        json.WriteString("tail", relation.Tail);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteStringValue(span.Field == TextField.Title ? "title" : "abstract");
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json.WriteStartArray(key);
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }
}
