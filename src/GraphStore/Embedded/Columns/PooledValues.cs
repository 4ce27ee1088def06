using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.Columns;

/// <summary>Values that repeat or vary in length: a pool of the distinct values and, by slot, a number in the pool, which is the code.</summary>
internal abstract class PooledValues(ValuePool pool, PackedIntegers codes) : ColumnValues
{
    /// <summary>Size of the cache of decoded values of a large pool: the values in a few thousand displayed rows, which users query again.</summary>
    private const int KeptCount = 1 << 13;

    /// <summary>Longer values are not cached: abstracts would take tens of megabytes.</summary>
    private const int KeptBytes = 96;

    private GraphValue[]? _decoded;
    private Kept?[]? _kept;
    private int[]? _missed;

    /// <summary>The distinct values as bytes.</summary>
    public ValuePool Pool { get; } = pool;

    /// <summary>Number in the pool by slot.</summary>
    public PackedIntegers Codes { get; } = codes;

    /// <inheritdoc/>
    public override GraphValue Read(int slot)
    {
        var code = (int)Codes[slot];
        if (Pool.Count > DecodedPoolLimit)
        {
            return ReadKept(code);
        }

        var decoded = _decoded;
        if (decoded is null || decoded.Length != Pool.Count)
        {
            _decoded = decoded = DecodePool();
        }

        return decoded[code];
    }

    /// <inheritdoc/>
    public override long CodeAt(int slot) => Codes[slot];

    /// <inheritdoc/>
    public override void Trim()
    {
        Pool.Trim();
        Codes.Trim();
    }

    /// <summary>Decodes a value from its bytes.</summary>
    protected abstract GraphValue Decode(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// The value of a code. It is cached only when read a second time, so that a scan, which reads each value once, evicts nothing. Threads may overwrite each other's
    /// entries, because each entry stores its own code.
    /// </summary>
    private GraphValue ReadKept(int code)
    {
        var kept = _kept ??= new Kept?[KeptCount];
        var place = code & (KeptCount - 1);
        if (kept[place] is { } entry && entry.Code == code)
        {
            return entry.Value;
        }

        var bytes = Pool[code];
        var value = Decode(bytes);
        var missed = _missed ??= new int[KeptCount];
        if (missed[place] == code + 1 && bytes.Length <= KeptBytes)
        {
            kept[place] = new Kept(code, value);
        }

        missed[place] = code + 1;
        return value;
    }

    // Two threads may both decode the pool; each gets a complete array.
    private GraphValue[] DecodePool()
    {
        var values = new GraphValue[Pool.Count];
        for (var code = 0; code < values.Length; code++)
        {
            values[code] = Decode(Pool[code]);
        }

        return values;
    }

    /// <summary>A cached value and its code.</summary>
    private sealed record Kept(int Code, GraphValue Value);
}

/// <summary>Strings as UTF-8. Strings with a lone surrogate have no UTF-8 form and are held by <see cref="EncodedValues"/>.</summary>
internal sealed class TextValues(ValuePool pool, PackedIntegers codes) : PooledValues(pool, codes)
{
    private byte[] _buffer = [];
    private string? _lastText;
    private int _lastCode;

    /// <summary>Whether the string has a UTF-8 form.</summary>
    public static bool CanHold(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool TryAdd(GraphValue value)
    {
        if (!value.IsString)
        {
            return false;
        }

        // The graph builder passes the same string object for all relationships from one sentence.
        var text = value.AsString();
        if (!ReferenceEquals(text, _lastText))
        {
            if (!TryEncode(text, ref _buffer, out var length))
            {
                return false;
            }

            _lastCode = Pool.Intern(_buffer.AsSpan(0, length));
            _lastText = text;
        }

        Codes.Add(_lastCode);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryFindCode(GraphValue value, out long code)
    {
        var buffer = Array.Empty<byte>();
        code = value.IsString && TryEncode(value.AsString(), ref buffer, out var length) ? Pool.Find(buffer.AsSpan(0, length)) : -1;
        return code >= 0;
    }

    /// <inheritdoc/>
    public override void Trim()
    {
        base.Trim();
        _buffer = [];
        _lastText = null;
    }

    /// <inheritdoc/>
    protected override GraphValue Decode(ReadOnlySpan<byte> bytes) => GraphValue.From(Encoding.UTF8.GetString(bytes));

    private static bool TryEncode(string text, ref byte[] buffer, out int length)
    {
        if (buffer.Length < text.Length * 3)
        {
            buffer = new byte[text.Length * 3];
        }

        return Utf8.FromUtf16(text, buffer, out _, out length, replaceInvalidSequences: false) == OperationStatus.Done;
    }
}

/// <summary>Values of any kind, mixed kinds included, in the encoding of <see cref="GraphValueCodec"/>.</summary>
internal sealed class EncodedValues(ValuePool pool, PackedIntegers codes) : PooledValues(pool, codes)
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <inheritdoc/>
    public override bool TryAdd(GraphValue value)
    {
        _buffer.ResetWrittenCount();
        GraphValueCodec.Write(value, _buffer);
        Codes.Add(Pool.Intern(_buffer.WrittenSpan));
        return true;
    }

    /// <inheritdoc/>
    public override bool TryFindCode(GraphValue value, out long code)
    {
        var buffer = new ArrayBufferWriter<byte>();
        GraphValueCodec.Write(value, buffer);
        code = Pool.Find(buffer.WrittenSpan);
        return code >= 0;
    }

    /// <inheritdoc/>
    protected override GraphValue Decode(ReadOnlySpan<byte> bytes) => GraphValueCodec.Read(bytes);
}
