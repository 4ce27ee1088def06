using System.Globalization;
using Microsoft.Data.Sqlite;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>
/// Writes a graph file: everything goes to a temporary file beside it, which <see cref="Commit"/> moves into its place atomically and durably. Until then, and whatever
/// fails, the existing file is unchanged. One writer per file at a time, one thread per writer. Environment faults throw <see cref="GraphFileException"/>.
/// </summary>
public sealed partial class GraphFileWriter : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly WriterLock _lock;
    private SqliteConnection? _connection;
    private bool _hasGraph;

    private GraphFileWriter(string path)
    {
        _path = path;
        _temporary = path + ".tmp";
        _lock = WriterLock.Take(path);
    }

    /// <summary>Locks a file for writing and starts its replacement. The temporary file of a killed writer is removed.</summary>
    /// <param name="path">The file; it need not exist. A symbolic link is followed.</param>
    public static GraphFileWriter Create(string path) => Create(path, maxPages: null);

    /// <summary>Starts a replacement limited to a number of pages, to simulate a full disk; for tests.</summary>
    internal static GraphFileWriter Create(string path, int? maxPages)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        try
        {
            target = File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target : target;
            var writer = new GraphFileWriter(target);
            try
            {
                writer.Start(maxPages);
                return writer;
            }
            catch
            {
                writer.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw CannotWrite(target, e);
        }
    }

    /// <summary>Writes the current graph, its full-text indexes and its description; can be called once.</summary>
    /// <param name="graph">Must not change while it is written.</param>
    /// <param name="sources">What it was built from, for human readers.</param>
    /// <param name="cancellationToken">Stops within a second.</param>
    public void WriteGraph(ColumnGraph graph, string sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        WriteGraph(graph.Pack(), sources, cancellationToken);
    }

    /// <summary>Finishes loading and writes what was loaded, as <see cref="WriteGraph(ColumnGraph, string, CancellationToken)"/> would, without building adjacency and indexes.</summary>
    public void WriteGraph(ColumnGraphLoader loaded, string sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        WriteGraph(loaded.FinishColumns(), sources, cancellationToken);
    }

    /// <summary>Adds extractions to the cache; one with a known hash replaces the existing one.</summary>
    public void WriteExtractions(IEnumerable<StoredExtraction> extractions) =>
        WriteExtractions(extractions.Select(extraction => (extraction.Hash, PackedBytes.Pack(extraction.Content))));

    /// <summary>Adds extractions that are already packed.</summary>
    public void WriteExtractions(IEnumerable<(byte[] Hash, PackedBytes Content)> extractions) => WriteContents(
        "INSERT OR REPLACE INTO extraction (hash, checksum, compressed, content) VALUES ($key, $checksum, $compressed, $content)",
        extractions.Select(extraction => ((object)extraction.Hash, extraction.Content)));

    /// <summary>Adds records of papers; one with a known id replaces the existing one.</summary>
    public void WriteRecords(IEnumerable<StoredRecord> records) =>
        WriteRecords(records.Select(record => (record.Id, PackedBytes.Pack(record.Content))));

    /// <summary>Adds records that are already packed.</summary>
    public void WriteRecords(IEnumerable<(string Id, PackedBytes Content)> records) => WriteContents(
        "INSERT OR REPLACE INTO record (id, checksum, compressed, content) VALUES ($key, $checksum, $compressed, $content)",
        records.Select(record => ((object)record.Id, record.Content)));

    /// <summary>Moves the finished file into place. Nothing can be written afterwards.</summary>
    public void Commit()
    {
        if (!_hasGraph)
        {
            throw new InvalidOperationException("The graph was not written yet.");
        }

        Execute("COMMIT");
        Connection.Dispose();
        _connection = null;
        try
        {
            DurableFile.Replace(_temporary, _path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_path, e);
        }
    }

    /// <summary>Ends writing; without <see cref="Commit"/> the existing file is unchanged.</summary>
    public void Dispose()
    {
        try
        {
            _connection?.Dispose();
            _connection = null;
            File.Delete(_temporary);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    internal void WriteGraph(GraphColumns columns, string sources, CancellationToken cancellationToken) =>
        WriteGraph(columns, sources, _ => false, cancellationToken);

    private void WriteGraph(GraphColumns columns, string sources, Predicate<FullTextDefinition> tryCopy, CancellationToken cancellationToken)
    {
        Guarded(() =>
        {
            var checksum = SectionTable.Write(Connection, GraphSections.Of(columns), cancellationToken);
            WriteMeta(GraphFile.ChecksumKey, checksum);
            WriteMeta(GraphFile.NodesKey, columns.Nodes.NodeCount.ToString(CultureInfo.InvariantCulture));
            WriteMeta(GraphFile.RelationshipsKey, columns.Relationships.Count.ToString(CultureInfo.InvariantCulture));
            WriteMeta(GraphFile.SourcesKey, sources);
            foreach (var definition in FullTextDefinition.All)
            {
                FullTextTable.Create(Connection, definition);
                if (!tryCopy(definition))
                {
                    FullTextTable.Fill(Connection, definition, columns.NodesWithLabel(definition.Label), columns.NodeProperty, cancellationToken);
                }
            }

            // FTS5 writes what it has indexed only when the transaction ends.
            EndTransaction();
            foreach (var definition in FullTextDefinition.All)
            {
                WriteMeta(GraphFile.FullTextKey(definition), FullTextTable.Digest(Connection, definition));
            }

            _hasGraph = true;
        });
    }

    private SqliteConnection Connection => _connection ?? throw new InvalidOperationException("The file is already written.");

    private static GraphFileException CannotWrite(string path, Exception cause) =>
        new(GraphFileFault.CannotWrite, path, $"{path} cannot be written: {(FullDisk.IsCause(cause, path) ? "the disk is full" : cause.Message.TrimEnd('.'))}. What was there before is unharmed.", cause);

    private void Start(int? maxPages)
    {
        File.Delete(_temporary);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _temporary, Pooling = false }.ToString());
        _connection.Open();
        Execute(GraphFileFormat.Schema);
        if (maxPages is not null)
        {
            Execute($"PRAGMA max_page_count = {maxPages}");
        }

        Execute("BEGIN");
    }

    private void EndTransaction()
    {
        Execute("COMMIT");
        Execute("BEGIN");
    }

    private void WriteMeta(string key, string value) => Execute("INSERT INTO meta (key, value) VALUES ($key, $value)", ("$key", key), ("$value", value));

    private void WriteContents(string statement, IEnumerable<(object Key, PackedBytes Content)> contents) => Guarded(() =>
    {
        using var insert = Connection.CreateCommand();
        insert.CommandText = statement;
        foreach (var (key, packed) in contents)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$key", key);
            insert.Parameters.AddWithValue("$checksum", packed.Checksum);
            insert.Parameters.AddWithValue("$compressed", packed.IsCompressed);
            insert.Parameters.AddWithValue("$content", packed.Content);
            insert.ExecuteNonQuery();
        }
    });

    private void Execute(string statement, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        Guarded(() => command.ExecuteNonQuery());
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (SqliteException e)
        {
            throw CannotWrite(_path, e);
        }
    }
}
