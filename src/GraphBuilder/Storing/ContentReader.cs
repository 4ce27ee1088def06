using System.Buffers.Binary;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Reads what <see cref="ContentWriter"/> wrote. Content that ends early throws <see cref="EndOfStreamException"/>.</summary>
internal sealed class ContentReader(byte[] content)
{
    // Seven bits a byte, as BinaryWriter writes them.
    private const int LongestInteger = 10;

    private int _at;

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

    public string ReadText() => KeptTexts.Of(Take(ReadInt32()));

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

    public string[] ReadTexts() => ReadList(reader => reader.ReadText());

    // Every item takes a byte at least.
    private int ReadCount() => ReadInt32() is var count && (uint)count <= (uint)(content.Length - _at) ? count : throw new EndOfStreamException();

    private byte ReadByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)(content.Length - _at))
        {
            throw new EndOfStreamException();
        }

        _at += length;
        return content.AsSpan(_at - length, length);
    }
}
