using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Stemma.GraphBuilder.Reading.Input;

/// <summary>
/// Splits an input into numbered lines. A line beyond the limit is skipped without being held in full, and invalid UTF-8 is replaced by U+FFFD; the line is marked
/// accordingly.
/// </summary>
/// <param name="input">The input.</param>
public sealed class LineReader(InputBuffer input)
{
    /// <summary>Longest line that is read, in bytes: 8 MB, some thousand times a typical record, yet small enough for every thread to hold one.</summary>
    public const int MaxLineBytes = 8 << 20;

    private readonly ArrayBufferWriter<byte> _pending = new();
    private long _number;

    /// <summary>Reads the next line without its terminator (LF or CRLF). False at the end. Its bytes are valid until the next call.</summary>
    public bool TryRead(out InputLine line)
    {
        _pending.ResetWrittenCount();
        long length = 0;
        while (input.Refill())
        {
            var chunk = input.Unread;
            var end = chunk.Span.IndexOf((byte)'\n');
            var part = end < 0 ? chunk : chunk[..end];
            input.Advance(end < 0 ? chunk.Length : end + 1);
            if (end >= 0 && length == 0)
            {
                line = Finish(part);
                return true;
            }

            length += part.Length;
            Keep(part, length);
            if (end >= 0)
            {
                line = Finish(length);
                return true;
            }
        }

        // Text before a break belongs to an incomplete record; the break is reported anyway.
        var last = length > 0 && input.Break is null;
        line = last ? Finish(length) : default;
        return last;
    }

    private void Keep(ReadOnlyMemory<byte> part, long length)
    {
        if (length <= MaxLineBytes)
        {
            _pending.Write(part.Span);
        }
    }

    private InputLine Finish(long length) =>
        length <= MaxLineBytes ? Finish(_pending.WrittenMemory) : new InputLine(++_number, default, LineFault.TooLong);

    private InputLine Finish(ReadOnlyMemory<byte> bytes)
    {
        _number++;
        if (bytes.Span.EndsWith("\r"u8))
        {
            bytes = bytes[..^1];
        }

        return Utf8.IsValid(bytes.Span)
            ? new InputLine(_number, bytes, LineFault.None)
            : new InputLine(_number, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span)), LineFault.Repaired);
    }
}

/// <summary>One line.</summary>
/// <param name="Number">One-based.</param>
/// <param name="Utf8">Its bytes, always valid UTF-8.</param>
/// <param name="Fault">What was wrong with it.</param>
public readonly record struct InputLine(long Number, ReadOnlyMemory<byte> Utf8, LineFault Fault)
{
    /// <summary>The line as text.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>True if it contains only white space.</summary>
    public bool IsBlank => Utf8.Span.Trim(" \t\f\v"u8).IsEmpty;
}

/// <summary>Faults of a line that are found before it is parsed.</summary>
public enum LineFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Broken UTF-8 was replaced by U+FFFD.</summary>
    Repaired,

    /// <summary>Longer than <see cref="LineReader.MaxLineBytes"/>; the line's bytes are empty.</summary>
    TooLong,
}
