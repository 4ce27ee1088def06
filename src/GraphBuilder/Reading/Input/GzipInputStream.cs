using System.IO.Compression;

namespace Stemma.GraphBuilder.Reading.Input;

/// <summary>
/// Decompresses gzip (RFC 1952), including files of several members, and detects truncation, which the framework's own stream reports as a normal end. An extra member is
/// appended to the file; its content is decompressed only if the file ended properly. Throws <see cref="InvalidDataException"/> at the break, after returning everything
/// that could be decompressed before it.
/// </summary>
public sealed class GzipInputStream : ForwardStream
{
    private static readonly byte[] EndMark = Pack(MarkContent);

    private readonly FileThenMark _packed;
    private readonly GZipStream _unpacked;
    private bool _ended;

    /// <summary>Decompresses <paramref name="packed"/> and takes ownership of it.</summary>
    public GzipInputStream(Stream packed)
    {
        _packed = new FileThenMark(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <summary>True if the compressed content has ended and data that is not gzip follows it.</summary>
    public bool HasForeignEnd { get; private set; }

    /// <summary>True if the bytes start with a gzip header.</summary>
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
            // End without the mark: the framework's stream found bytes that start no member, and reads no further.
            _ended = count == 0;
            HasForeignEnd = _ended;
            return count;
        }

        // The file's content was returned before the mark was requested, so this is the mark, or else the file is truncated.
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

    /// <summary>The packed file followed by the mark, never both in one read.</summary>
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
