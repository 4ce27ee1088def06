using System.Text;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Writes values one after the other, small ones in few bytes: the encoding of records and extractions in a graph file.</summary>
internal sealed class ContentWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public ContentWriter() => _writer = new BinaryWriter(_bytes, Encoding.UTF8);

    public ContentWriter Write(int value)
    {
        _writer.Write7BitEncodedInt(value);
        return this;
    }

    public ContentWriter Write(long value)
    {
        _writer.Write7BitEncodedInt64(value);
        return this;
    }

    public ContentWriter Write(double value)
    {
        _writer.Write(value);
        return this;
    }

    public ContentWriter Write(bool value)
    {
        _writer.Write(value);
        return this;
    }

    public ContentWriter Write(string value)
    {
        _writer.Write(value);
        return this;
    }

    /// <summary>A text or nothing.</summary>
    public ContentWriter WriteOptional(string? value)
    {
        _writer.Write(value is not null);
        return value is null ? this : Write(value);
    }

    /// <summary>A number or nothing.</summary>
    public ContentWriter WriteOptional(double? value)
    {
        _writer.Write(value is not null);
        return value is { } number ? Write(number) : this;
    }

    /// <summary>A number or nothing.</summary>
    public ContentWriter WriteOptional(int? value)
    {
        _writer.Write(value is not null);
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

    /// <summary>What was written.</summary>
    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    public void Dispose() => _writer.Dispose();
}
