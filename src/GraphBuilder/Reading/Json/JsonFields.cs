using System.Text.Json;
using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>Reads fields of a JSON record, lenient about their types and exact about their text.</summary>
internal static class JsonFields
{
    /// <summary>The text of the first of the fields that is not empty, with white space folded; numbers as written. Null if there is none.</summary>
    public static string? Text(this JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.TryGetProperty(name, out var field) && TextOf(field) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Earliest year accepted for a paper: printing is not much older.</summary>
    public const int FirstYear = 1500;

    /// <summary>Latest year accepted for a paper.</summary>
    public const int LastYear = 2100;

    /// <summary>
    /// The year of the first of the fields that has one, from <see cref="FirstYear"/> to <see cref="LastYear"/>: a number, or the first four digits of a text such as a
    /// date. Null if there is none.
    /// </summary>
    public static int? Year(this JsonElement record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.Text(name) is { Length: >= 4 } text && int.TryParse(text.AsSpan(0, 4), out var year) && year is >= FirstYear and <= LastYear)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>The texts of a list, or of one text split at the separator; white space folded, empty ones dropped.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement record, string name, char separator = '\0')
    {
        if (!record.TryGetProperty(name, out var field))
        {
            return [];
        }

        return field.ValueKind switch
        {
            JsonValueKind.Array => [.. field.EnumerateArray().Select(NameOf).OfType<string>().Where(text => text.Length > 0)],
            JsonValueKind.String when separator != '\0' =>
                [.. field.GetString()!.Split(separator).Select(FoldedText.WhiteSpace).Where(text => text.Length > 0)],
            JsonValueKind.String when TextOf(field) is { Length: > 0 } text => [text],
            _ => [],
        };
    }

    /// <summary>True if the field is present and not null.</summary>
    public static bool Has(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var field) && field.ValueKind is not JsonValueKind.Null;

    /// <summary>The kind of a field; undefined if it is absent.</summary>
    public static JsonValueKind KindOf(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var field) ? field.ValueKind : JsonValueKind.Undefined;

    private static string? TextOf(JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.String => FoldedText.WhiteSpace(field.GetString()!),
        JsonValueKind.Number => field.GetRawText(),
        _ => null,
    };

    // Lists of people come as plain names, or as objects with the name in a field.
    private static string? NameOf(JsonElement item) => item.ValueKind is JsonValueKind.Object ? item.Text("name", "fullname") : TextOf(item);
}
