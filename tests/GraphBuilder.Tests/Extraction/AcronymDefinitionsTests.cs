using System.IO.Compression;
using System.Text.Json;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.Testing;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

/// <summary>
/// Measures acronym definitions against an annotator's list for 200 randomly drawn abstracts, 100 from arXiv and 100 from conferences (data/labelled/acronyms).
/// </summary>
public sealed class AcronymDefinitionsTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.93;

    private const double LeastRecall = 0.79;

    [Fact]
    public void Nine_in_ten_told_definitions_are_right_and_four_in_five_are_told()
    {
        var labels = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Acronyms", "definitions.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        var texts = Texts(labels.Select(label => label.GetProperty("sha256").GetString()!).ToHashSet(StringComparer.Ordinal));
        var stages = PaperExtractor.StagesBeforeTagging(ConceptLexicon.LoadShipped());
        var document = new PaperDocument();
        var (told, listed, right) = (0, 0, 0);
        foreach (var label in labels)
        {
            document.Reset(label.GetProperty("title").GetString()!, texts[label.GetProperty("sha256").GetString()!]);
            foreach (var stage in stages)
            {
                stage.Annotate(document);
            }

            var wanted = label.GetProperty("pairs").EnumerateArray().Select(pair => Pair(pair[0].GetString()!, pair[1].GetString()!)).ToHashSet(StringComparer.Ordinal);
            var found = document.Acronyms.Select(pair => Pair(document[pair.Short], document[pair.Long])).ToHashSet(StringComparer.Ordinal);
            told += found.Count;
            listed += wanted.Count;
            right += found.Count(wanted.Contains);
        }

        var (precision, recall) = ((double)right / told, (double)right / listed);
        output.WriteLine($"{labels.Length} abstracts, {listed} definitions, {told} told, {right} right: precision {precision:F3}, recall {recall:F3}");
        Assert.True(precision >= LeastPrecision, $"precision is {precision:F3}");
        Assert.True(recall >= LeastRecall, $"recall is {recall:F3}");
    }

    /// <summary>Letters and digits alone, because title and abstract spell one definition differently.</summary>
    private static string Pair(ReadOnlySpan<char> shortForm, ReadOnlySpan<char> longForm) => $"{Letters(shortForm)} = {Letters(longForm)}";

    private static string Letters(ReadOnlySpan<char> text) => string.Concat(text.ToString().ToLowerInvariant().Where(char.IsLetterOrDigit)).TrimEnd('s');

    private static Dictionary<string, string> Texts(HashSet<string> wanted)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in (string[])["arxiv-2025.jsonl.gz", "conferences.jsonl.gz"])
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedFolder.Require("papers", file)), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var paper = JsonDocument.Parse(line);
                if (paper.RootElement.TryGetProperty("abstract", out var text) && text.GetString() is { } abstractText && LabelWriter.HashOf(abstractText) is var hash && wanted.Contains(hash))
                {
                    texts.TryAdd(hash, abstractText);
                }
            }
        }

        return texts;
    }
}
