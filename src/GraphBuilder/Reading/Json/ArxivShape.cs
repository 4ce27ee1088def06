using System.Text.Json;
using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// arXiv metadata as in its snapshots: authors in one string (and split in <c>authors_parsed</c>), the year in the id. <c>update_date</c> is the date of a record's last
/// change, so it is used only if there is no other year.
/// </summary>
public sealed class ArxivShape : IJsonShape
{
    /// <inheritdoc/>
    public string Name => "arXiv metadata";

    /// <inheritdoc/>
    public bool Fits(JsonElement record) =>
        record.Text("id") is { } id
        && ArxivIdentifier.Parse(id) is not null
        && (record.KindOf("authors") is JsonValueKind.String || record.Has("categories") || record.Has("authors_parsed"));

    /// <inheritdoc/>
    public PaperRecord Read(JsonElement record, string title)
    {
        var paper = new PaperRecord(title, record.Text("abstract") ?? "")
        {
            SourceId = record.Text("id"),
            Year = record.Year("year"),
            Venue = record.Text("venue", "journal-ref"),
            Authors = AuthorsOf(record),
            Url = record.Text("url"),
        }.WithIdentifiers(record);
        return paper.Year is null ? paper with { Year = record.Year("update_date") } : paper;
    }

    private static IReadOnlyList<string> AuthorsOf(JsonElement record) => record.KindOf("authors_parsed") is JsonValueKind.Array
        ? AuthorNames.Clean(record.GetProperty("authors_parsed").EnumerateArray().Select(NameOf))
        : AuthorNames.Split(record.Text("authors") ?? "");

    // [last, first, suffix]
    private static string NameOf(JsonElement parts)
    {
        if (parts.ValueKind is not JsonValueKind.Array)
        {
            return "";
        }

        var texts = parts.EnumerateArray().Select(part => part.ValueKind is JsonValueKind.String ? part.GetString()! : "").ToList();
        return string.Join(' ', texts.Skip(1).Take(1).Concat(texts.Take(1)).Concat(texts.Skip(2).Take(1)));
    }
}
