using System.IO.Hashing;
using System.Text;
using Microsoft.Data.Sqlite;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>
/// One full-text index as an FTS5 table without content (https://www.sqlite.org/fts5.html, section 4.4.2): row ids are node numbers, the text stays in the graph.
/// Words are runs of letters and digits, case-insensitive but accent-sensitive, as in Neo4j's default analyzer.
/// </summary>
internal static class FullTextTable
{
    private const int RowsBetweenCancellationChecks = 1024;

    /// <summary>Tables that FTS5 stores the index in, without its settings (https://www.sqlite.org/fts5.html, section 9).</summary>
    private static readonly string[] Parts = ["data", "idx", "docsize"];

    /// <summary>Bytes that FTS5 gathers in memory before it writes a segment.</summary>
    private const int PendingBytes = 32 << 20;

    /// <summary>Creates the empty table.</summary>
    public static void Create(SqliteConnection connection, FullTextDefinition definition)
    {
        using var create = connection.CreateCommand();
        create.CommandText =
            $"CREATE VIRTUAL TABLE \"{definition.Name}\" USING fts5({string.Join(", ", definition.Keys.Select(Quote))}, content = '', tokenize = 'unicode61 remove_diacritics 0')";
        create.ExecuteNonQuery();

        // Measured on 144,000 abstracts: indexing with 32 MB takes six tenths of the time with the default of 1 MB; larger sizes gain nothing.
        create.CommandText = $"INSERT INTO \"{definition.Name}\" (\"{definition.Name}\", rank) VALUES ('hashsize', {PendingBytes})";
        create.ExecuteNonQuery();
    }

    /// <summary>Adds nodes to the index.</summary>
    /// <param name="connection">Where the table is.</param>
    /// <param name="definition">The index.</param>
    /// <param name="nodes">Nodes with the index's label.</param>
    /// <param name="property">A property of a node, by key.</param>
    /// <param name="cancellationToken">Checked every 1,024 nodes.</param>
    public static void Fill(
        SqliteConnection connection,
        FullTextDefinition definition,
        IEnumerable<int> nodes,
        Func<int, string, GraphValue> property,
        CancellationToken cancellationToken)
    {
        using var insert = connection.CreateCommand();
        var columns = string.Join(", ", definition.Keys.Select(Quote));
        var values = string.Join(", ", definition.Keys.Select((_, i) => $"$text{i}"));
        insert.CommandText = $"INSERT INTO \"{definition.Name}\" (rowid, {columns}) VALUES ($node, {values})";
        var number = insert.Parameters.Add("$node", SqliteType.Integer);
        var texts = definition.Keys.Select((_, i) => insert.Parameters.Add($"$text{i}", SqliteType.Text)).ToArray();
        var rows = 0;
        foreach (var node in nodes)
        {
            if (++rows % RowsBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            number.Value = node;
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i].Value = TextOf(property(node, definition.Keys[i]));
            }

            insert.ExecuteNonQuery();
        }
    }

    /// <summary>
    /// Fills an empty table by copying the index of the same name from another file, a twentieth of the work of indexing the nodes. Returns false, and leaves the table
    /// empty, if the copy does not match the digest. The copy must be searched on another connection, because FTS5 caches some of what it has read.
    /// </summary>
    /// <param name="connection">Where the table is, with the other file attached.</param>
    /// <param name="definition">The index.</param>
    /// <param name="source">The name under which the other file is attached.</param>
    /// <param name="digest">Digest of the source index, from when it was written.</param>
    public static bool TryCopy(SqliteConnection connection, FullTextDefinition definition, string source, string digest)
    {
        using var copy = connection.CreateCommand();
        foreach (var part in Parts)
        {
            copy.CommandText = $"DELETE FROM \"{definition.Name}_{part}\"; INSERT INTO \"{definition.Name}_{part}\" SELECT * FROM {source}.\"{definition.Name}_{part}\"";
            copy.ExecuteNonQuery();
        }

        if (Digest(connection, definition) == digest)
        {
            return true;
        }

        copy.CommandText = $"INSERT INTO \"{definition.Name}\" (\"{definition.Name}\") VALUES ('delete-all')";
        copy.ExecuteNonQuery();
        return false;
    }

    /// <summary>Adds the matching nodes, in no particular order; scores are positive, higher is better (BM25, Robertson and Zaragoza 2009).</summary>
    public static void Search(
        SqliteConnection connection, FullTextDefinition definition, string expression, List<FullTextHit> hits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT rowid, -bm25(\"{definition.Name}\") FROM \"{definition.Name}\" WHERE \"{definition.Name}\" MATCH $expression";
        select.Parameters.AddWithValue("$expression", expression);
        using var stop = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                hits.Add(new FullTextHit(reader.GetInt32(0), reader.GetDouble(1)));
            }
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Digest of the index as stored, for verifying it before use.</summary>
    public static string Digest(SqliteConnection connection, FullTextDefinition definition)
    {
        var hash = new XxHash128();
        foreach (var part in Parts)
        {
            using var select = connection.CreateCommand();
            select.CommandText = $"SELECT * FROM \"{definition.Name}_{part}\" ORDER BY 1, 2";
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    hash.Append(reader.GetValue(column) is byte[] bytes
                        ? bytes
                        : Encoding.UTF8.GetBytes(reader.GetString(column)));
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static string Quote(string key) => $"\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string TextOf(GraphValue value) => value.Kind switch
    {
        GraphValueKind.String => value.AsString(),
        GraphValueKind.List => string.Join('\n', value.AsList().Where(item => item.IsString).Select(item => item.AsString())),
        _ => "",
    };
}
