using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Writes values one after another, small integers in few bytes: the encoding of records and extractions in a graph file. The buffer is pooled, and returned on disposal.</summary>
internal sealed class ContentWriter : IDisposable
{
    // Bytes of a record with a long abstract.
    private const int UsualLength = 4096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualLength);
    private int _count;

    public ContentWriter Write(int value) => WriteNumber((uint)value);

    public ContentWriter Write(long value) => WriteNumber((ulong)value);

    public ContentWriter Write(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
        _count += sizeof(double);
        return this;
    }

    public ContentWriter Write(bool value)
    {
        Room(1)[0] = value ? (byte)1 : (byte)0;
        _count++;
        return this;
    }

    public ContentWriter Write(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Write(length);
        _count += Encoding.UTF8.GetBytes(value, Room(length));
        return this;
    }

    /// <summary>Writes a text or null.</summary>
    public ContentWriter WriteOptional(string? value)
    {
        Write(value is not null);
        return value is null ? this : Write(value);
    }

    /// <summary>Writes a number or null.</summary>
    public ContentWriter WriteOptional(double? value)
    {
        Write(value is not null);
        return value is { } number ? Write(number) : this;
    }

    /// <summary>Writes a number or null.</summary>
    public ContentWriter WriteOptional(int? value)
    {
        Write(value is not null);
        return value is { } number ? Write(number) : this;
    }

    public ContentWriter WriteList<T>(IReadOnlyList<T> items, Action<ContentWriter, T> write)
    {
        Write(items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }

        return this;
    }

    public ContentWriter WriteTexts(IReadOnlyList<string> texts) => WriteList(texts, (writer, text) => writer.Write(text));

    /// <summary>The bytes written so far, valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>A copy of the bytes written so far.</summary>
    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    // Seven bits per byte, lowest first, as in BinaryWriter.
    private ContentWriter WriteNumber(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            Room(1)[0] = (byte)(value | 0x80);
            _count++;
        }

        Room(1)[0] = (byte)value;
        _count++;
        return this;
    }

    private Span<byte> Room(int length)
    {
        if (length > _bytes.Length - _count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_count + length, _bytes.Length * 2)));
            _bytes.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_count);
    }
}
