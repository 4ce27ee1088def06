using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>The bundled sample corpus: a summary written for it replaces the abstract, and the ids of cited papers are included.</summary>
public sealed class SampleCorpusShape : IJsonShape
{
    /// <inheritdoc/>
    public string Name => "sample corpus";

    /// <inheritdoc/>
    public bool Fits(JsonElement record) =>
        record.KindOf("summary") is JsonValueKind.String && record.KindOf("references") is JsonValueKind.Array && !record.Has("abstract");

    /// <inheritdoc/>
    public PaperRecord Read(JsonElement record, string title) => new PaperRecord(title, record.Text("summary") ?? "")
    {
        SourceId = record.Text("id"),
        Year = record.Year("year"),
        Venue = record.Text("venue"),
        Authors = AuthorNames.Clean(record.Texts("authors")),
        Url = record.Text("url"),
        References = record.Texts("references"),
    }.WithIdentifiers(record);
}
