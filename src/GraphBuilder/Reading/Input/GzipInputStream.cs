using System.IO.Compression;

namespace Stemma.GraphBuilder.Reading.Input;

/// <summary>
/// Unpacks gzip (RFC 1952), several members included, and tells a file that was cut off from one that ends: the framework's own stream ends
/// both in silence. It offers one more member after the file's last byte; only where the file ended properly does that member's content come out.
/// Throws <see cref="InvalidDataException"/> at the break, after all that could be unpacked before it.
/// </summary>
public sealed class GzipInputStream : ForwardStream
{
    private static readonly byte[] EndMark = Pack(MarkContent);

    private readonly FileThenMark _packed;
    private readonly GZipStream _unpacked;
    private bool _ended;

    /// <summary>Unpacks <paramref name="packed"/> and owns it.</summary>
    public GzipInputStream(Stream packed)
    {
        _packed = new FileThenMark(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>True where the packed content is over and something that is not gzip follows it.</summary>
    public bool HasForeignEnd { get; private set; }

    /// <summary>True where the bytes begin as gzip does.</summary>
    public static bool Accepts(ReadOnlySpan<byte> start) => start is [0x1f, 0x8b, 0x08, ..];

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        var count = Unpack(buffer);
        if (!_packed.MarkOffered)
        {
            // The end without the mark: the framework's stream met bytes that begin no member, and stops there for good.
            _ended = count == 0;
            HasForeignEnd = _ended;
            return count;
        }

        // All that the file holds was returned before the mark was asked for; what comes from here on is the mark, or the file was cut.
        _ended = true;
        return IsMark(buffer[..count]) ? 0 : throw new InvalidDataException("the gzip file is cut off");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _unpacked.Read(buffer);
        }
        catch (InvalidDataException) when (_packed.MarkOffered)
        {
            throw new InvalidDataException("the gzip file is cut off");
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException("the gzip file is damaged");
        }
    }

    private static ReadOnlySpan<byte> MarkContent => "end of input"u8;

    // The caller's buffer may be smaller than the mark.
    private bool IsMark(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || !MarkContent.StartsWith(start))
        {
            return false;
        }

        Span<byte> rest = stackalloc byte[MarkContent.Length - start.Length];
        for (var length = 0; length < rest.Length;)
        {
            var count = Unpack(rest[length..]);
            if (count == 0)
            {
                return false;
            }

            length += count;
        }

        return MarkContent[start.Length..].SequenceEqual(rest);
    }

    /// <summary>The packed file, then the mark, never both in one read.</summary>
    private sealed class FileThenMark(Stream file) : ForwardStream
    {
        private int _markRead;

        public bool MarkOffered { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (!MarkOffered)
            {
                var count = file.Read(buffer);
                if (count > 0)
                {
                    return count;
                }

                MarkOffered = true;
            }

            var part = EndMark.AsSpan(_markRead, Math.Min(buffer.Length, EndMark.Length - _markRead));
            part.CopyTo(buffer);
            _markRead += part.Length;
            return part.Length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
