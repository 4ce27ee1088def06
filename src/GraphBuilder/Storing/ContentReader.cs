using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Reads what <see cref="ContentWriter"/> wrote. Throws <see cref="EndOfStreamException"/> if the content ends early.</summary>
/// <param name="content">An array that begins with the content.</param>
/// <param name="length">Length of the content in bytes.</param>
internal sealed class ContentReader(byte[] content, int length)
{
    // Bytes of the longest integer, at seven bits per byte as in BinaryWriter.
    private const int LongestInteger = 10;

    private int _at;

    public ContentReader(byte[] content)
        : this(content, content.Length)
    {
    }

    /// <summary>Unpacks data that was packed in memory into a pooled array and reads it there; the unpacked bytes of a paper are short-lived.</summary>
    public static T Unpack<T>(PackedBytes packed, Func<ContentReader, T> read)
    {
        var length = packed.OriginalLength;
        var lent = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return packed.TryUnpack(lent.AsSpan(0, length))
                ? read(new ContentReader(lent, length))
                : throw new UnreachableException("What was packed in memory does not unpack.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    public int ReadInt32() => (int)ReadInt64();

    public long ReadInt64()
    {
        ulong value = 0;
        for (var at = 0; at < LongestInteger; at++)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << (7 * at);
            if (next < 0x80)
            {
                return (long)value;
            }
        }

        throw new FormatException("A number has more bytes than any number needs.");
    }

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public bool ReadBoolean() => ReadByte() != 0;

    public string ReadText() => KeptTexts.Shared.Of(Take(ReadInt32()));

    public string? ReadOptionalText() => ReadBoolean() ? ReadText() : null;

    public double? ReadOptionalDouble() => ReadBoolean() ? ReadDouble() : null;

    public int? ReadOptionalInt32() => ReadBoolean() ? ReadInt32() : null;

    public void SkipText() => Take(ReadInt32());

    public T[] ReadList<T>(Func<ContentReader, T> read)
    {
        var count = ReadCount();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var at = 0; at < count; at++)
        {
            items[at] = read(this);
        }

        return items;
    }

    /// <summary>Skips a list by reading each item.</summary>
    public void SkipList<T>(Func<ContentReader, T> read)
    {
        for (var left = ReadCount(); left > 0; left--)
        {
            read(this);
        }
    }

    public string[] ReadTexts() => ReadList(reader => reader.ReadText());

    // Every item takes at least one byte.
    private int ReadCount() => ReadInt32() is var count && (uint)count <= (uint)(length - _at) ? count : throw new EndOfStreamException();

    private byte ReadByte() => _at < length ? content[_at++] : throw new EndOfStreamException();

    private ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)(length - _at))
        {
            throw new EndOfStreamException();
        }

        _at += count;
        return content.AsSpan(_at - count, count);
    }
}
