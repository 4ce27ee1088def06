using System.Text.Json;
using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// The shapes of JSON records, the most specific first: <see cref="StemmaExportShape"/> → <see cref="SampleCorpusShape"/> → <see cref="ArxivShape"/> →
/// <see cref="PlainShape"/>, which accepts every object with a title.
/// </summary>
public static class JsonShapes
{
    /// <summary>All shapes, in the order in which they are tried.</summary>
    public static IReadOnlyList<IJsonShape> All { get; } = [new StemmaExportShape(), new SampleCorpusShape(), new ArxivShape(), new PlainShape()];

    /// <summary>Reads one object as a paper, or reports why it is none.</summary>
    public static ReadItem Read(JsonElement record, RecordOrigin origin)
    {
        if (record.ValueKind is not JsonValueKind.Object)
        {
            return new ReadingProblem(origin, ProblemKind.Skipped, $"not a JSON object but {Describe(record.ValueKind)}");
        }

        if (record.Text("title", "display_name") is not { } title || !FoldedText.HasWords(title))
        {
            return new ReadingProblem(origin, ProblemKind.Skipped, $"the record{Naming(record)} has no title");
        }

        var shape = All.First(candidate => candidate.Fits(record));
        return new PaperRead(shape.Read(record, title) with { Origin = origin }, shape.Name);
    }

    /// <summary>Adds the identifiers from a record's id, link and named fields; a missing year is taken from the arXiv id.</summary>
    internal static PaperRecord WithIdentifiers(this PaperRecord paper, JsonElement record)
    {
        var ids = Identifiers.Parse(record.Text("doi"))
            .Or(Identifiers.Parse(record.Text("arxiv", "arxiv_id")))
            .Or(Identifiers.Parse(record.Text("id")))
            .Or(Identifiers.Parse(record.Text("url", "link")));
        return paper with
        {
            Doi = ids.Doi,
            Arxiv = ids.Arxiv,
            OpenReview = ids.OpenReview ?? record.Text("openreview", "openreview_id"),
            SemanticScholar = ids.SemanticScholar,
            OpenAlex = ids.OpenAlex,
            Year = paper.Year ?? (ids.Arxiv is { } arxiv ? ArxivIdentifier.YearOf(arxiv) : null),
        };
    }

    private static string Naming(JsonElement record) => record.Text("id") is { } id ? $" '{id}'" : "";

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
