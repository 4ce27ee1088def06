using System.Globalization;
using Microsoft.Data.Sqlite;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// A graph file, opened for reading: <see cref="Description"/> at once, the graph by <see cref="LoadGraph"/>, the cache and the records on request. Every part is
/// verified against its checksum when it is read; a mismatch throws a <see cref="GraphFileException"/>, except in a cache entry,
/// which then counts as missing. Safe for concurrent use. Written by <see cref="GraphFileWriter"/>.
/// </summary>
public sealed class GraphFile : IDisposable
{
    private static ReadOnlySpan<byte> ContainerMark => "SQLite format 3\0"u8;

    internal const string NodesKey = "nodes";
    internal const string RelationshipsKey = "relationships";
    internal const string ChecksumKey = "checksum";
    internal const string SourcesKey = "sources";

    /// <summary>Records and extractions are a few kilobytes; a greater length means damage.</summary>
    private const int LongestContent = 256 << 20;

    private GraphFile(string path, GraphFileConnections connections, GraphFileDescription description) =>
        (Path, Connections, Description) = (path, connections, description);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The description stored in the file.</summary>
    public GraphFileDescription Description { get; }

    internal GraphFileConnections Connections { get; }

    /// <summary>Whether a file begins with the signature of its container, SQLite (SQLite file format, section 1.3); false if there is no such file.</summary>
    public static bool HasContainerMark(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[ContainerMark.Length];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(ContainerMark);
    }

    /// <summary>Opens a file, or throws <see cref="GraphFileException"/> with the reason.</summary>
    public static GraphFile Open(string path)
    {
        var connections = new GraphFileConnections(path);
        try
        {
            return new GraphFile(path, connections, ReadDescription(connections));
        }
        catch (Exception e)
        {
            connections.Dispose();
            if (e is FormatException or OverflowException)
            {
                throw SectionTable.Damaged(path, "its description is unreadable", e);
            }

            throw;
        }
    }

    /// <summary>Reads the graph into memory, on all processors.</summary>
    public ColumnGraph LoadGraph(CancellationToken cancellationToken)
    {
        Dictionary<string, byte[]> sections = [];
        try
        {
            Connections.Use(connection => sections = SectionTable.Read(connection, Path, Description.Checksum, cancellationToken));
            return new ColumnGraph(GraphSections.ToColumns(sections));
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or AggregateException)
        {
            // The checksums matched, so the file was written with inconsistent content.
            throw SectionTable.Damaged(Path, $"its sections do not fit together ({e.Message})", e);
        }
    }

    /// <summary>The cached extractions of some texts, in their order; null where there is none.</summary>
    /// <param name="hashes">32 bytes each.</param>
    public IReadOnlyList<byte[]?> FindExtractions(IReadOnlyList<byte[]> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        var found = new byte[]?[hashes.Count];
        Connections.Use(connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT checksum, compressed, content FROM extraction WHERE hash = $hash";
            var hash = select.Parameters.Add("$hash", SqliteType.Blob);
            for (var i = 0; i < found.Length; i++)
            {
                hash.Value = hashes[i];
                using var reader = select.ExecuteReader();
                found[i] = reader.Read() ? PackedAt(reader, 0).Unpack(LongestContent) : null;
            }
        });
        return found;
    }

    /// <summary>The papers as read, ordered by id (ordinal).</summary>
    public IReadOnlyList<StoredRecord> ReadRecords(CancellationToken cancellationToken)
    {
        var records = new List<StoredRecord>();
        Connections.Use(connection =>
        {
            using var select = connection.CreateCommand();
            select.CommandText = "SELECT id, checksum, compressed, content FROM record ORDER BY id";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var id = reader.GetString(0);
                records.Add(new StoredRecord(
                    id,
                    PackedAt(reader, 1).Unpack(LongestContent) ?? throw SectionTable.Damaged(Path, $"the record {id} does not match its checksum")));
            }
        });
        return records;
    }

    /// <inheritdoc/>
    public void Dispose() => Connections.Dispose();

    internal static string FullTextKey(FullTextDefinition definition) => $"fulltext.{definition.Name}";

    private static GraphFileDescription ReadDescription(GraphFileConnections connections) => new(
        int.Parse(connections.Require(NodesKey), CultureInfo.InvariantCulture),
        int.Parse(connections.Require(RelationshipsKey), CultureInfo.InvariantCulture),
        connections.Require(ChecksumKey),
        connections.Require(SourcesKey));

    private static PackedBytes PackedAt(SqliteDataReader reader, int column) =>
        new(reader.GetInt64(column), reader.GetBoolean(column + 1), reader.GetFieldValue<byte[]>(column + 2));
}
