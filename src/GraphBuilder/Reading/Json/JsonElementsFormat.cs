using System.Text;
using System.Text.Unicode;
using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// JSON objects that are not one per line: an array of objects, or objects spread over several lines. They are split as the file is streamed, so that file size is not
/// limited, and a missing end loses no other object. Neither does an invalid object, even one with an unclosed bracket or string, if the next one begins on its own line.
/// </summary>
public sealed class JsonElementsFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "JSON array";

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart(" \t\r\n"u8);
        return start is [(byte)'[', ..] ? start[1..].TrimStart(" \t\r\n"u8) is [] or [(byte)'{' or (byte)']', ..] : IsSpread(start);
    }

    /// <inheritdoc/>
    public IEnumerable<ReadItem> Read(InputBuffer input, string file, CancellationToken cancellationToken)
    {
        var elements = new JsonElementReader(input);
        while (elements.TryRead(out var element, out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var origin = new RecordOrigin(file, line);
            if (element.IsEmpty)
            {
                yield return new ReadingProblem(origin, ProblemKind.Skipped, $"the record {elements.Fault}");
                continue;
            }

            if (!Utf8.IsValid(element.Span))
            {
                element = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(element.Span));
                yield return new ReadingProblem(origin, ProblemKind.Repaired, "the record is not valid UTF-8; what cannot be read became U+FFFD");
            }

            foreach (var item in JsonRecords.Read(element, origin))
            {
                if (item is ReadingProblem { Kind: ProblemKind.Skipped })
                {
                    elements.Recover();
                }

                yield return item;
            }
        }

        if (input.Break is null && elements.IsInsideRecord)
        {
            yield return new ReadingProblem(
                new RecordOrigin(file, elements.RecordLine), ProblemKind.Skipped, "the record that begins here is not closed before the end of the file");
        }

        yield return new ReadingProblem(
            new RecordOrigin(file, 0), ProblemKind.Noted, "the file does not hold one JSON object a line; its objects were read one by one");
    }

    /// <summary>True if an object's opening bracket is alone on its line, so that the object must continue below.</summary>
    internal static bool IsSpread(ReadOnlySpan<byte> start) =>
        start is [(byte)'{', ..] && start[1..].TrimStart(" \t\r"u8) is [(byte)'\n', ..];
}
