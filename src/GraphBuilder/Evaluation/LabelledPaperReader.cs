using System.Text.Json;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Reads labelled papers, one JSON object per line: with the text (annotation format), or without it (<c>data/labelled</c>, with hash and mention offsets).</summary>
public static class LabelledPaperReader
{
    /// <summary>Reads a file; empty lines are skipped.</summary>
    /// <exception cref="InvalidDataException">A line is not a labelled paper; the message gives file and line.</exception>
    public static IReadOnlyList<LabelledPaper> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        return Read(reader, path);
    }

    /// <summary>Reads lines.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="InvalidDataException">A line is not a labelled paper; the message gives file and line.</exception>
    public static IReadOnlyList<LabelledPaper> Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return LabelledLines.Read(reader, file, "a labelled paper", ReadPaper);
    }

    private static LabelledPaper ReadPaper(JsonElement json)
    {
        var title = Text(json.GetProperty("title"));
        var text = OptionalText(json, "abstract") ?? "";
        var concepts = Items(json, "concepts").Select(item => ReadConcept(item, title, text)).ToArray();
        return new LabelledPaper(json.GetProperty("id").GetString() ?? "", title, text, concepts, Items(json, "results").Select(ReadResult).ToArray(), Items(json, "relations").Select(ReadRelation).ToArray())
        {
            AbstractHash = OptionalText(json, "sha256"),
            HasRelations = !json.TryGetProperty("relations", out var relations) || relations.ValueKind != JsonValueKind.Null,
        };
    }

    private static LabelledConcept ReadConcept(JsonElement json, string title, string text)
    {
        var types = Texts(json, "type").Concat(Texts(json, "also_type")).Select(ReadType).Distinct().ToArray();
        var roles = Texts(json, "role").Concat(Texts(json, "also_role")).Select(ReadRole).Distinct().ToArray();
        var concept = new LabelledConcept(
            Text(json.GetProperty("name")), Texts(json, "aliases").ToArray(), OptionalText(json, "canonical"), types, roles, json.GetProperty("required").GetBoolean());
        return json.TryGetProperty("mentions", out var mentions)
            ? concept with { Mentions = mentions.EnumerateArray().Select(ReadSpan).ToArray(), Evidence = json.TryGetProperty("evidence", out var span) && span.ValueKind == JsonValueKind.Array ? ReadSpan(span) : null }
            : concept with { Mentions = LabelledMentions.Locate(concept, title, text), Evidence = LabelledMentions.LocateQuote(OptionalText(json, "evidence"), title, text) };
    }

    private static TextSpan ReadSpan(JsonElement json)
        => new(json[0].GetString() == "title" ? TextField.Title : TextField.Abstract, json[1].GetInt32(), json[2].GetInt32());

    private static LabelledResult ReadResult(JsonElement json)
        => new(OptionalText(json, "on"), OptionalText(json, "value"), OptionalText(json, "unit"), OptionalText(json, "metric"), OptionalText(json, "delta"), OptionalText(json, "of"));

    private static LabelledRelation ReadRelation(JsonElement json)
        => new(Text(json.GetProperty("head")), (json.GetProperty("type").GetString() ?? "").ToUpperInvariant(), Text(json.GetProperty("tail")));

    private static ConceptType ReadType(string text)
        => Enum.TryParse<ConceptType>(text, out var type) ? type : throw new FormatException($"unexpected type '{text}'");

    private static ConceptRole ReadRole(string text)
        => ConceptRoleNames.TryParse(text, out var role) ? role : throw new FormatException($"unexpected role '{text}'");

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string key)
        => json.TryGetProperty(key, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    /// <summary>A text or a list of texts.</summary>
    private static IEnumerable<string> Texts(JsonElement json, string key)
        => !json.TryGetProperty(key, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(Text)
            : value.ValueKind == JsonValueKind.String ? [Text(value)]
            : [];

    private static string? OptionalText(JsonElement json, string key)
        => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? Text(value) : null;

    /// <summary>Folds white space like the readers of papers, so that offsets agree.</summary>
    private static string Text(JsonElement json) => FoldedText.WhiteSpace(json.GetString() ?? "");
}
