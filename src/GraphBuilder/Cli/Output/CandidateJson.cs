using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphBuilder.Mining;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes candidates as one JSON array, one object per candidate and line.</summary>
internal static class CandidateJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them in UTF-8.</summary>
    public static void Write(Stream stream, IReadOnlyList<LexiconCandidate> candidates)
    {
        stream.Write("["u8);
        foreach (var (at, candidate) in candidates.Index())
        {
            stream.Write(at == 0 ? "\n"u8 : ",\n"u8);
            using var json = new Utf8JsonWriter(stream, Options);
            WriteCandidate(json, candidate);
        }

        stream.Write("\n]\n"u8);
    }

    private static void WriteCandidate(Utf8JsonWriter json, LexiconCandidate candidate)
    {
        json.WriteStartObject();
        json.WriteString("id", candidate.Entry.Id);
        json.WriteString("name", candidate.Entry.Name);
        json.WriteStrings("aliases", candidate.Entry.Aliases);
        json.WriteStrings("types", candidate.Entry.Types.Select(type => type.ToString()));
        json.WriteStrings("flags", CandidateTsv.Flags(candidate.Entry.Flags).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        json.WriteNumber("score", candidate.Score);
        WriteEvidence(json, candidate.Evidence);
        json.WriteString("near", candidate.Near);
        json.WriteStrings("doubts", candidate.Doubts);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, ConceptEvidence evidence)
    {
        json.WriteString("concept", evidence.Id);
        json.WriteNumber("papers", evidence.Papers);
        json.WriteNumberOrNull("firstYear", evidence.FirstYear);
        json.WriteNumber("confidence", evidence.Confidence);
        json.WriteStartObject("roles");
        foreach (var (role, papers) in evidence.Roles)
        {
            json.WriteNumber(role.ToExportName(), papers);
        }

        json.WriteEndObject();
        json.WriteStartArray("introducedBy");
        foreach (var introduction in evidence.Introductions)
        {
            json.WriteStartObject();
            json.WriteString("paper", introduction.Paper);
            json.WriteString("by", introduction.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteExample(json, evidence.Example);
    }

    private static void WriteExample(Utf8JsonWriter json, ExampleMention? example)
    {
        if (example is null)
        {
            json.WriteNull("example");
            return;
        }

        json.WriteStartObject("example");
        json.WriteString("paper", example.Paper);
        json.WriteString("field", example.Field);
        json.WriteNumber("start", example.Start);
        json.WriteNumber("end", example.End);
        json.WriteEndObject();
    }
}
