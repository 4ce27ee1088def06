using System.Buffers;
using System.Text.Json;
using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>
/// Extracts the outermost JSON objects of a stream, whatever is between them, by counting brackets outside strings. An object with a missing bracket or quotation mark
/// takes in the objects after it; these are found again by their lines.
/// </summary>
/// <param name="input">The input.</param>
internal sealed class JsonElementReader(InputBuffer input)
{
    // Bounds the time for a file in which many objects take in all that follows.
    private const long MaxRereadBytes = 32L * LineReader.MaxLineBytes;

    private readonly ArrayBufferWriter<byte> _element = new();
    private byte[] _again = [];
    private int _againStart;
    private long _rereadBytes;
    private long _line = 1;
    private int _depth;
    private bool _inString;
    private bool _escaped;
    private int _indentation;
    private bool _isIndentation = true;

    /// <summary>True if the input ended inside an object.</summary>
    public bool IsInsideRecord => _depth > 0;

    /// <summary>One-based line on which the current object begins.</summary>
    public long RecordLine { get; private set; }

    /// <summary>What is wrong with the last object, as the predicate of a sentence, if it is empty for that reason.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>Reads the next object; an empty one stands for an object with a <see cref="Fault"/>. False at the end. Valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> element, out long line)
    {
        _element.ResetWrittenCount();
        element = default;
        var isTooLong = false;
        while (TryGetChunk(out var chunk))
        {
            var end = Scan(chunk.Span, out var begin, out var closed);
            Advance(end);
            line = RecordLine;
            if (!isTooLong)
            {
                _element.Write(chunk.Span[begin..end]);
                isTooLong = _element.WrittenCount > LineReader.MaxLineBytes;
                if (isTooLong && TryReread())
                {
                    return true;
                }
            }

            if (closed)
            {
                element = isTooLong ? default : _element.WrittenMemory;
                Fault = $"is longer than {LineReader.MaxLineBytes >> 20} MB";
                return true;
            }
        }

        line = RecordLine;
        return _depth > 0 && !isTooLong && TryReread();
    }

    /// <summary>If the last object is not valid JSON, the next one is looked for from its second line instead of after its last bracket.</summary>
    public void Recover()
    {
        if (!IsValid(_element.WrittenSpan))
        {
            TryReread();
        }
    }

    private bool IsRereading => _againStart < _again.Length;

    private bool TryGetChunk(out ReadOnlyMemory<byte> chunk)
    {
        var any = IsRereading || input.Refill();
        chunk = IsRereading ? _again.AsMemory(_againStart) : input.Unread;
        return any;
    }

    private void Advance(int count)
    {
        if (IsRereading)
        {
            _againStart += count;
        }
        else
        {
            input.Advance(count);
        }
    }

    // Puts back the current object from the first line on that can begin another one.
    private bool TryReread()
    {
        var element = _element.WrittenSpan;
        var at = NextRecord(element, _indentation);
        _rereadBytes += element.Length;
        if (at < 0 || _rereadBytes > MaxRereadBytes)
        {
            return false;
        }

        (_again, _againStart) = IsRereading ? (_again, _againStart - element.Length + at) : (element[at..].ToArray(), 0);
        _line = RecordLine + element[..at].Count((byte)'\n');
        (_depth, _inString, _escaped) = (0, false, false);
        Fault = "that begins here is not closed before the next one";
        return true;
    }

    // The first opening bracket that only spaces, closing brackets and commas precede on its line, and that is not indented further than the object: nested objects are.
    private static int NextRecord(ReadOnlySpan<byte> element, int indentation)
    {
        for (var rest = AfterLine(element); rest.Length > 0; rest = AfterLine(rest))
        {
            var text = rest.TrimStart(" \t"u8);
            if (rest.Length - text.Length <= indentation && text.TrimStart(" \t]},"u8) is [(byte)'{', ..] open)
            {
                return element.Length - open.Length;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<byte> AfterLine(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') is >= 0 and var end ? text[(end + 1)..] : default;

    private static bool IsValid(ReadOnlySpan<byte> element)
    {
        var json = new Utf8JsonReader(element);
        try
        {
            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
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
                (begin, _depth, RecordLine, _isIndentation) = (at, 1, _line, false);
            }
            else
            {
                CountIndentation(symbol);
            }
        }

        closed = false;
        return chunk.Length;
    }

    // Where an object begins on the line on which the one before ends, the indentation of that one stays.
    private void CountIndentation(byte symbol)
    {
        _isIndentation = symbol == '\n' || (_isIndentation && symbol is (byte)' ' or (byte)'\t');
        _indentation = symbol == '\n' ? 0 : _isIndentation ? _indentation + 1 : _indentation;
    }
}
