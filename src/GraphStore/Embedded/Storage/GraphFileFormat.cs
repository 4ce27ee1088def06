using System.Buffers.Binary;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// What makes a SQLite file a graph file: the application id, the format version, the tables. <c>meta</c> describes the content, <c>section</c> stores the graph,
/// <c>extraction</c> the cache of extractions by content hash, <c>record</c> the papers as read; the full-text tables are managed by FTS5.
/// </summary>
internal static class GraphFileFormat
{
    /// <summary>"Stem" in the application id of the SQLite header, which identifies a graph to <c>file(1)</c> and to this code.</summary>
    public const int ApplicationId = 0x5374656D;

    /// <summary>Version of the layout that this code writes, and the highest that it reads.</summary>
    public const int Version = 1;

    /// <summary>The first tables; large pages, because sections are megabytes.</summary>
    public static readonly string Schema = $"""
        PRAGMA page_size = 16384;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE section (
            name TEXT NOT NULL, part INTEGER NOT NULL, length INTEGER NOT NULL, checksum INTEGER NOT NULL, compressed INTEGER NOT NULL,
            content BLOB NOT NULL, UNIQUE (name, part));
        CREATE TABLE extraction (hash BLOB PRIMARY KEY, checksum INTEGER NOT NULL, compressed INTEGER NOT NULL, content BLOB NOT NULL);
        CREATE TABLE record (id TEXT PRIMARY KEY, checksum INTEGER NOT NULL, compressed INTEGER NOT NULL, content BLOB NOT NULL);
        """;

    private const int HeaderLength = 100;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Reads the SQLite header (https://www.sqlite.org/fileformat2.html, section 1.3) and throws unless it belongs to a complete graph file of a supported version.</summary>
    public static void Check(string path)
    {
        if (Directory.Exists(path))
        {
            throw new GraphFileException(GraphFileFault.NotAGraph, path, $"{path} is a directory, not a graph file.");
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        long length;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            header = header[..file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false)];
            length = file.Length;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GraphFileException(GraphFileFault.NotFound, path, $"{path}: no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraphFileException(GraphFileFault.NotFound, path, $"{path} cannot be opened: {e.Message}", e);
        }

        if (header.Length < HeaderLength || !header.StartsWith(Magic) || Number(header, 68) != ApplicationId || Number(header, 60) < 1)
        {
            throw new GraphFileException(GraphFileFault.NotAGraph, path, $"{path} is not a Stemma graph.");
        }

        if (Number(header, 60) is var version && version > Version)
        {
            throw new GraphFileException(
                GraphFileFault.NewerFormat,
                path,
                $"{path} was written by a newer version of Stemma: its format is {version}, this version reads up to {Version}.");
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65536 : size;
        var expected = (long)(uint)Number(header, 28) * pageSize;
        if (length < expected)
        {
            throw new GraphFileException(
                GraphFileFault.Truncated, path, $"{path} is incomplete: it has {length} of {expected} bytes. Build it again, or restore a copy.");
        }
    }

    private static int Number(ReadOnlySpan<byte> header, int offset) => BinaryPrimitives.ReadInt32BigEndian(header[offset..]);
}
