using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Read connections to one graph file, as many as threads use at once. Each keeps reading the file that existed when it was opened.</summary>
internal sealed class GraphFileConnections : IDisposable
{
    /// <summary>SQLite's primary codes for a broken file (https://www.sqlite.org/rescode.html): SQLITE_CORRUPT and SQLITE_NOTADB.</summary>
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly string _path;
    private volatile bool _disposed;

    /// <summary>Checks the header of the file and opens it once.</summary>
    public GraphFileConnections(string path)
    {
        GraphFileFormat.Check(path);
        _path = path;
        try
        {
            Use(connection => Meta = ReadMeta(connection));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The content of the table <c>meta</c>.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; private set; } = new Dictionary<string, string>();

    /// <summary>Runs an action on a connection that no other thread uses. Damage found by SQLite is thrown as a <see cref="GraphFileException"/>.</summary>
    public void Use(Action<SqliteConnection> action)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_idle.TryTake(out var connection))
        {
            connection = Open();
        }

        try
        {
            action(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NotADatabase)
        {
            throw SectionTable.Damaged(_path, $"SQLite says \"{e.Message}\"", e);
        }
        catch (SqliteException e)
        {
            throw new GraphFileException(GraphFileFault.Damaged, _path, $"{_path} cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or FormatException or OverflowException)
        {
            // SQLite stores a type with each cell, so damage may show as an unexpected type.
            throw SectionTable.Damaged(_path, $"a cell has a value of another kind ({e.Message.TrimEnd('.')})", e);
        }
        finally
        {
            _idle.Add(connection);
            if (_disposed)
            {
                Dispose();
            }
        }
    }

    /// <summary>The value of a key of <c>meta</c>; throws if it is missing.</summary>
    public string Require(string key) => Meta.TryGetValue(key, out var value) ? value : throw SectionTable.Damaged(_path, $"it does not say its {key}");

    /// <summary>Throws if the full-text index differs from what was written.</summary>
    public void VerifyFullText(SqliteConnection connection, FullTextDefinition definition)
    {
        if (FullTextTable.Digest(connection, definition) != Require(GraphFile.FullTextKey(definition)))
        {
            throw SectionTable.Damaged(_path, $"the full-text index {definition.Name} does not match its checksum");
        }
    }

    /// <summary>Closes the connections that are not in use, because an open file cannot be replaced on Windows.</summary>
    public void CloseIdle()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }

    private static Dictionary<string, string> ReadMeta(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT key, value FROM meta";
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = select.ExecuteReader();
        while (reader.Read())
        {
            meta[reader.GetString(0)] = reader.GetString(1);
        }

        return meta;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new GraphFileException(GraphFileFault.NotFound, _path, $"{_path} cannot be opened: {e.Message}", e);
        }
    }
}
