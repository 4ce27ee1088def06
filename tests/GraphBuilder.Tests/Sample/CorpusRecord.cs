using System.IO.Compression;
using System.Text.Json;
using Stemma.Testing;

namespace Stemma.GraphBuilderTests.Sample;

/// <summary>One record of the shared corpora.</summary>
/// <param name="Id">arXiv id, or <c>conference:number</c>.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Abstract">Abstract as printed; empty if there is none.</param>
/// <param name="Year">Year of publication; null for arXiv records, whose id contains it.</param>
internal sealed record CorpusRecord(string Id, string Title, string Abstract, int? Year)
{
    private static readonly string[] Corpora = ["arxiv-2025.jsonl.gz", "conferences.jsonl.gz"];

    /// <summary>Streams all records; skips the running test if the corpora are absent.</summary>
    public static IEnumerable<CorpusRecord> ReadAll(CancellationToken cancellationToken)
    {
        var paths = Corpora.Select(name => SharedFolder.Require("papers", name)).ToList();
        return paths.SelectMany(path => Read(path, cancellationToken));
    }

    private static IEnumerable<CorpusRecord> Read(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var record = JsonDocument.Parse(line);
            yield return new CorpusRecord(
                Text(record.RootElement, "id"),
                Text(record.RootElement, "title"),
                Text(record.RootElement, "abstract"),
                record.RootElement.TryGetProperty("year", out var year) && year.TryGetInt32(out var number) ? number : null);
        }
    }

    private static string Text(JsonElement record, string name)
        => record.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
