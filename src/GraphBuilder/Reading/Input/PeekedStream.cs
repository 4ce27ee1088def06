namespace Stemma.GraphBuilder.Reading.Input;

/// <summary>A stream whose first bytes were inspected and can still be read. A fault while peeking is thrown once those bytes have been read.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _rest;
    private readonly InvalidDataException? _fault;
    private int _at;

    /// <summary>Peeks at up to <paramref name="count"/> bytes and takes ownership of the stream.</summary>
    public PeekedStream(Stream stream, int count)
    {
        _rest = stream;
        var bytes = new byte[count];
        var read = 0;
        try
        {
            for (int got; read < count && (got = stream.Read(bytes, read, count - read)) > 0;)
            {
                read += got;
            }
        }
        catch (InvalidDataException fault)
        {
            _fault = fault;
        }

        Peeked = bytes[..read];
    }

    /// <summary>The first bytes; fewer than requested if the stream is shorter.</summary>
    public byte[] Peeked { get; }

    /// <summary>Skips that many of the first bytes.</summary>
    public PeekedStream Skip(int count)
    {
        _at += count;
        return this;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_at < Peeked.Length)
        {
            var part = Peeked.AsSpan(_at, Math.Min(buffer.Length, Peeked.Length - _at));
            part.CopyTo(buffer);
            _at += part.Length;
            return part.Length;
        }

        return _fault is null ? _rest.Read(buffer) : throw _fault;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
