using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>Records as in conference lists: title, abstract, year, venue, authors and keywords under their plain names. Accepts every object.</summary>
public sealed class PlainShape : IJsonShape
{
    /// <inheritdoc/>
    public string Name => "JSON records";

    /// <inheritdoc/>
    public bool Fits(JsonElement record) => true;

    /// <inheritdoc/>
    public PaperRecord Read(JsonElement record, string title) => new PaperRecord(title, record.Text("abstract", "summary") ?? "")
    {
        SourceId = record.Text("id"),
        Year = record.Year("year", "publication_year", "date", "published"),
        Venue = record.Text("venue", "conference", "journal", "booktitle"),
        Authors = record.KindOf("authors") is JsonValueKind.String ? AuthorNames.Split(record.Text("authors")!) : AuthorNames.Clean(record.Texts("authors")),
        Keywords = record.Texts("keywords", ';'),
        Url = record.Text("url", "link"),
        References = record.Texts("references"),
    }.WithIdentifiers(record);
}
