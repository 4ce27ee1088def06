using System.Text;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Reads what <see cref="ContentWriter"/> wrote. Content that ends early throws <see cref="EndOfStreamException"/>.</summary>
internal sealed class ContentReader(byte[] content) : IDisposable
{
    private readonly BinaryReader _reader = new(new MemoryStream(content, writable: false), Encoding.UTF8);

    public int ReadInt32() => _reader.Read7BitEncodedInt();

    public long ReadInt64() => _reader.Read7BitEncodedInt64();

    public double ReadDouble() => _reader.ReadDouble();

    public bool ReadBoolean() => _reader.ReadBoolean();

    public string ReadText() => _reader.ReadString();

    public string? ReadOptionalText() => ReadBoolean() ? ReadText() : null;

    public double? ReadOptionalDouble() => ReadBoolean() ? ReadDouble() : null;

    public int? ReadOptionalInt32() => ReadBoolean() ? ReadInt32() : null;

    public T[] ReadList<T>(Func<ContentReader, T> read)
    {
        var count = ReadInt32();
        if (count == 0)
        {
            return [];
        }

        var items = new List<T>(Math.Min(count, 1024));
        for (var at = 0; at < count; at++)
        {
            items.Add(read(this));
        }

        return [.. items];
    }

    public string[] ReadTexts() => ReadList(reader => reader.ReadText());

    public void Dispose() => _reader.Dispose();
}
