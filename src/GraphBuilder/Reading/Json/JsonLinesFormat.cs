using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>JSON lines: one object per line. An invalid line is reported, and reading continues with the next.</summary>
public sealed class JsonLinesFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "JSON lines";

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart(" \t\r\n"u8);
        return start is [(byte)'{', ..] && !JsonElementsFormat.IsSpread(start);
    }

    /// <inheritdoc/>
    public IEnumerable<ReadItem> Read(InputBuffer input, string file, CancellationToken cancellationToken)
    {
        var lines = new LineReader(input);
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var origin = new RecordOrigin(file, line.Number);
            if (line.Fault is not LineFault.None)
            {
                yield return LineProblems.Of(line, origin);
            }

            if (line.Fault is not LineFault.TooLong && !line.IsBlank)
            {
                foreach (var item in JsonRecords.Read(line.Utf8, origin))
                {
                    yield return item;
                }
            }
        }
    }
}
