using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// The output of <c>stemma export --format jsonl</c>. Only source data is read: the paper, its own id and its citations. Concepts, results and descent are extracted
/// again from title and abstract, so that a re-import never freezes what an older version found.
/// </summary>
public sealed class StemmaExportShape : IJsonShape
{
    /// <inheritdoc/>
    public string Name => "Stemma export";

    /// <inheritdoc/>
    public bool Fits(JsonElement record) =>
        record.KindOf("concepts") is JsonValueKind.Array && record.KindOf("builds_on") is JsonValueKind.Array;

    /// <inheritdoc/>
    public PaperRecord Read(JsonElement record, string title) => new PaperRecord(title, record.Text("abstract") ?? "")
    {
        SourceId = record.Text("source_id"),
        Year = record.Year("year"),
        Venue = record.Text("venue"),
        Authors = AuthorNames.Clean(record.Texts("authors")),
        Keywords = record.Texts("keywords"),
        Url = record.Text("url"),
        References = record.Texts("cites"),
    }.WithIdentifiers(record);
}
