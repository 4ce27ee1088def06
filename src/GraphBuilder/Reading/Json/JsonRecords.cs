using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>Parses the text of one record.</summary>
internal static class JsonRecords
{
    /// <summary>The paper, or why there is none; before it, what had to be repaired.</summary>
    public static IEnumerable<ReadItem> Read(ReadOnlyMemory<byte> utf8, RecordOrigin origin)
    {
        if (SurrogateEscapes.Repair(utf8.Span) is { } repaired)
        {
            utf8 = repaired;
            yield return new ReadingProblem(origin, ProblemKind.Repaired, "an escape stands for half a character; it became U+FFFD");
        }

        yield return Parse(utf8, origin);
    }

    private static ReadItem Parse(ReadOnlyMemory<byte> utf8, RecordOrigin origin)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return JsonShapes.Read(document.RootElement, origin);
        }
        catch (JsonException fault)
        {
            return new ReadingProblem(origin, ProblemKind.Skipped, $"not valid JSON at byte {fault.BytePositionInLine + 1}{LineOf(fault)}");
        }
    }

    private static string LineOf(JsonException fault) => fault.LineNumber > 0 ? $" of the record's line {fault.LineNumber + 1}" : "";
}
