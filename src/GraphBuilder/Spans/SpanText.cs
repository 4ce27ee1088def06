using System.Text.Json;
using Stemma.GraphBuilder.Evaluation;

namespace Stemma.GraphBuilder.Spans;

/// <summary>A text with labelled entities.</summary>
/// <param name="Id">Id within its file; empty if it has none.</param>
/// <param name="Text">A sentence or an abstract.</param>
/// <param name="Entities">In the order of the file; they may overlap.</param>
public sealed record SpanText(string Id, string Text, IReadOnlyList<SpanEntity> Entities)
{
    /// <summary>Reads a file with one JSON object per line: <c>id</c>, <c>text</c>, <c>entities</c> with <c>start</c>, <c>end</c> and <c>label</c>.</summary>
    /// <exception cref="InvalidDataException">A line does not have this form, or an entity has no label or an invalid range; the message gives file and line.</exception>
    public static IReadOnlyList<SpanText> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        return LabelledLines.Read(reader, path, "a text with entities", Read);
    }

    /// <summary>The labels that occur, in ordinal order.</summary>
    internal static string[] LabelsOf(IReadOnlyList<SpanText> texts)
        => [.. texts.SelectMany(text => text.Entities).Select(entity => entity.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static SpanText Read(JsonElement json)
    {
        var text = json.GetProperty("text").GetString() ?? "";
        var id = json.TryGetProperty("id", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";
        return new SpanText(id, text, [.. json.GetProperty("entities").EnumerateArray().Select(entity => ReadEntity(entity, text.Length))]);
    }

    private static SpanEntity ReadEntity(JsonElement json, int length)
    {
        var entity = new SpanEntity(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32(), json.GetProperty("label").GetString() ?? "");
        if (entity.Start < 0 || entity.End > length || entity.Start >= entity.End)
        {
            throw new FormatException($"the entity from {entity.Start} to {entity.End} is no stretch of a text of {length} UTF-16 units");
        }

        return entity.Label.Length > 0 ? entity : throw new FormatException($"the entity from {entity.Start} to {entity.End} has no label");
    }
}

/// <summary>A labelled span of text.</summary>
/// <param name="Start">Zero-based UTF-16 offset of the start.</param>
/// <param name="End">Exclusive end.</param>
/// <param name="Label">The label in the file.</param>
public readonly record struct SpanEntity(int Start, int End, string Label);
