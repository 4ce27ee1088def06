using System.Text;

namespace Stemma.GraphBuilder.Reading.Input;

/// <summary>
/// Provides the content of one input file in chunks: decompressed, in UTF-8, without byte order mark. A device or compression fault ends the input early and is kept in
/// <see cref="Break"/>, so that everything before it is still read.
/// </summary>
public sealed class InputBuffer : IDisposable
{
    /// <summary>Bytes per chunk; the first chunk also decides a file's format. It holds dozens of records of every known format.</summary>
    public const int ChunkBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly Stream? _file;
    private readonly GzipInputStream? _packed;
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads an uncompressed UTF-8 stream and takes ownership of it.</summary>
    public InputBuffer(Stream stream)
        : this(stream, null, null)
    {
    }

    private InputBuffer(Stream stream, Stream? file, GzipInputStream? packed)
    {
        _stream = stream;
        _file = file;
        _packed = packed;
        FillFirstChunk();
    }

    /// <summary>Why the input broke off before its end, or null.</summary>
    public string? Break { get; private set; }

    /// <summary>True if the file is gzip followed by other data; known at the end.</summary>
    public bool HasForeignEnd => _packed is { HasForeignEnd: true };

    /// <summary>Bytes of the file read so far, as stored on disk; 0 if the content is not a file.</summary>
    public long FileBytesRead => _file is { CanSeek: true } ? _file.Position : 0;

    /// <summary>Bytes read but not yet consumed; initially the first chunk of the file.</summary>
    public ReadOnlyMemory<byte> Unread => _chunk.AsMemory(_start, _end - _start);

    /// <summary>
    /// Opens a file; detects gzip by its first bytes and UTF-16 by its byte order mark. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> if
    /// it cannot be opened.
    /// </summary>
    public static InputBuffer Open(string path)
    {
        Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        try
        {
            var packed = GzipInputStream.Accepts(FirstBytes(file)) ? new GzipInputStream(file) : null;
            return new InputBuffer(InUtf8(packed ?? file), file, packed);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Consumes bytes of <see cref="Unread"/>.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Reads the next chunk once all bytes are consumed; false at the end.</summary>
    public bool Refill()
    {
        if (_start < _end)
        {
            return true;
        }

        _start = 0;
        _end = ReadChunk(0);
        return _end > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static byte[] FirstBytes(Stream file)
    {
        var start = new byte[4];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (file.CanSeek)
        {
            file.Position = 0;
        }

        return start[..count];
    }

    private static Stream InUtf8(Stream content)
    {
        var start = new PeekedStream(content, 3);
        return start.Peeked switch
        {
            [0xff, 0xfe, ..] => Encoding.CreateTranscodingStream(start.Skip(2), Encoding.Unicode, new UTF8Encoding(false)),
            [0xfe, 0xff, ..] => Encoding.CreateTranscodingStream(start.Skip(2), Encoding.BigEndianUnicode, new UTF8Encoding(false)),
            [0xef, 0xbb, 0xbf] => start.Skip(3),
            _ => start,
        };
    }

    private void FillFirstChunk()
    {
        while (_end < ChunkBytes)
        {
            var count = ReadChunk(_end);
            if (count == 0)
            {
                return;
            }

            _end += count;
        }
    }

    private int ReadChunk(int at)
    {
        if (_ended)
        {
            return 0;
        }

        try
        {
            var count = _stream.Read(_chunk, at, ChunkBytes - at);
            _ended = count == 0;
            return count;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            _ended = true;
            Break = fault.Message;
            return 0;
        }
    }
}
