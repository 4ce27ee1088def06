using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>Parses the text of one record.</summary>
internal static class JsonRecords
{
    /// <summary>The paper, or why there is none; preceded by a repair, if one was needed, and followed by a note if the year was dropped.</summary>
    public static IEnumerable<ReadItem> Read(ReadOnlyMemory<byte> utf8, RecordOrigin origin)
    {
        if (SurrogateEscapes.Repair(utf8.Span) is { } repaired)
        {
            utf8 = repaired;
            yield return new ReadingProblem(origin, ProblemKind.Repaired, "an escape stands for half a character; it became U+FFFD");
        }

        foreach (var item in Parse(utf8, origin))
        {
            yield return item;
        }
    }

    private static IReadOnlyList<ReadItem> Parse(ReadOnlyMemory<byte> utf8, RecordOrigin origin)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var item = JsonShapes.Read(document.RootElement, origin);
            return item is PaperRead { Paper.Year: null } && document.RootElement.Text("year", "publication_year", "date", "published") is { Length: > 0 } year
                ? [item, new ReadingProblem(origin, ProblemKind.Noted, $"the year '{Cut(year)}' is none from {JsonFields.FirstYear} to {JsonFields.LastYear}; the paper was kept without it")]
                : [item];
        }
        catch (JsonException fault)
        {
            return [new ReadingProblem(origin, ProblemKind.Skipped, $"not valid JSON at byte {fault.BytePositionInLine + 1}{LineOf(fault)}")];
        }
    }

    private static string Cut(string year) => year.Length <= 20 ? year : year[..20] + "…";

    private static string LineOf(JsonException fault) => fault.LineNumber > 0 ? $" of the record's line {fault.LineNumber + 1}" : "";
}
