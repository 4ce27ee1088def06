using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Explaining;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes an explained extraction as one JSON object on one line. The keys are those of the export; offsets are UTF-16 units within their field.</summary>
internal static class ExtractionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it in UTF-8.</summary>
    public static void Write(Stream stream, ExplainedExtraction explained)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("title", explained.Title);
        json.WriteString("abstract", explained.Abstract);
        json.WriteStartArray("concepts");
        for (var at = 0; at < explained.Concepts.Count; at++)
        {
            WriteConcept(json, explained, explained.Extraction.Concepts[at], explained.Concepts[at]);
        }

        json.WriteEndArray();
        WriteResults(json, explained.Extraction);
        WriteRelations(json, explained.Extraction);
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void WriteConcept(Utf8JsonWriter json, ExplainedExtraction explained, ExtractedConcept concept, ConceptExplanation why)
    {
        json.WriteStartObject();
        json.WriteString("name", concept.Name);
        json.WriteStrings("surface", concept.Surfaces);
        json.WriteString("type", concept.Types[0].ToString());
        json.WriteStrings("types", concept.Types.Select(type => type.ToString()));
        json.WriteString("role", concept.Role.ToExportName());
        json.WriteNumber("confidence", concept.Confidence);
        json.WriteNumber("type_confidence", why.TypeConfidence);
        json.WriteNumber("role_confidence", why.RoleConfidence);
        var text = concept.Evidence.Mention.Field == TextField.Title ? explained.Title : explained.Abstract;
        json.WriteString("evidence", text.AsSpan(concept.Evidence.SentenceStart..concept.Evidence.SentenceEnd));
        WriteSpan(json, concept.Evidence.Mention);
        json.WriteString("by", concept.By);
        json.WriteStartArray("mentions");
        foreach (var mention in concept.Mentions)
        {
            json.WriteStartObject();
            WriteSpan(json, mention);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteReasons(json, why.Reasons);
        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<ExtractionReason> reasons)
    {
        json.WriteStartArray("why");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Kind.ToString()));
            json.WriteString("rule", reason.Rule);
            json.WriteString("sentence", reason.Sentence);
            if (reason.Where is { } where)
            {
                WriteSpan(json, where);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, PaperExtraction extraction)
    {
        json.WriteStartArray("results");
        foreach (var result in extraction.Results)
        {
            json.WriteStartObject();
            json.WriteString("on", extraction.Concepts[result.On].Name);
            json.WriteNumber("value", result.Value);
            json.WriteString("unit", result.Unit);
            json.WriteString("metric", result.Metric);
            json.WriteNumberOrNull("delta", result.Delta);
            json.WriteString("of", result.Of is { } method ? extraction.Concepts[method].Name : null);
            json.WriteString("by", result.By);
            json.WriteNumber("confidence", result.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelations(Utf8JsonWriter json, PaperExtraction extraction)
    {
        json.WriteStartArray("relations");
        foreach (var relation in extraction.Relations)
        {
            json.WriteStartObject();
            json.WriteString("head", extraction.Concepts[relation.Head].Name);
            json.WriteString("type", relation.Type);
            json.WriteString("tail", extraction.Concepts[relation.Tail].Name);
            json.WriteString("by", relation.By);
            json.WriteNumber("confidence", relation.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteString("field", span.Field == TextField.Title ? "title" : "abstract");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }
}
