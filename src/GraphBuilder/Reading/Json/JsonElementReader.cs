using System.Buffers;
using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>Extracts the outermost JSON objects of a stream, whatever is between them, by counting brackets outside strings.</summary>
/// <param name="input">The input.</param>
internal sealed class JsonElementReader(InputBuffer input)
{
    private readonly ArrayBufferWriter<byte> _element = new();
    private long _line = 1;
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>True if the input ended inside an object.</summary>
    public bool IsInsideRecord => _depth > 0;

    /// <summary>One-based line on which the current object begins.</summary>
    public long RecordLine { get; private set; }

    /// <summary>Reads the next object; an empty one represents an object beyond the size limit. False at the end. Valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> element, out long line)
    {
        _element.ResetWrittenCount();
        long length = 0;
        while (input.Refill())
        {
            var chunk = input.Unread;
            var end = Scan(chunk.Span, out var begin, out var closed);
            input.Advance(end);
            var part = chunk.Span[begin..end];
            length += part.Length;
            if (length <= LineReader.MaxLineBytes)
            {
                _element.Write(part);
            }

            if (closed)
            {
                element = length <= LineReader.MaxLineBytes ? _element.WrittenMemory : default;
                line = RecordLine;
                return true;
            }
        }

        element = default;
        line = 0;
        return false;
    }

    // Stops after the bracket that closes an object. [begin, end) excludes everything before the object's first bracket.
    private int Scan(ReadOnlySpan<byte> chunk, out int begin, out bool closed)
    {
        begin = _depth > 0 ? 0 : chunk.Length;
        for (var at = 0; at < chunk.Length; at++)
        {
            var symbol = chunk[at];
            _line += symbol == '\n' ? 1 : 0;
            if (_inString)
            {
                _inString = _escaped || symbol != '"';
                _escaped = !_escaped && symbol == '\\';
            }
            else if (_depth > 0)
            {
                _inString = symbol == '"';
                _depth += symbol is (byte)'{' or (byte)'[' ? 1 : symbol is (byte)'}' or (byte)']' ? -1 : 0;
                if (_depth == 0)
                {
                    closed = true;
                    return at + 1;
                }
            }
            else if (symbol == '{')
            {
                (begin, _depth, RecordLine) = (at, 1, _line);
            }
        }

        closed = false;
        return chunk.Length;
    }
}
