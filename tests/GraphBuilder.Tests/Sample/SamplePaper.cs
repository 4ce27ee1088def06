using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.Testing;

namespace Stemma.GraphBuilderTests.Sample;

/// <summary>One line of <c>data/sample/papers.jsonl</c>.</summary>
internal sealed record SamplePaper(
    string Id, string Title, int Year, string Summary, IReadOnlyList<string> References, IReadOnlyList<string>? Authors = null, string? Venue = null)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The id without its scheme: <c>2305.18290</c>.</summary>
    public string Arxiv => Id["arxiv:".Length..];

    public static IReadOnlyList<SamplePaper> ReadAll()
        => [.. File.ReadLines(Path.Combine(Repository.Root, "data", "sample", "papers.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SamplePaper>(line, Strict)!)];
}
