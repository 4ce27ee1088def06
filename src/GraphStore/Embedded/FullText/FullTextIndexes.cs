using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStore.Embedded.FullText;

/// <summary>
/// Searches the full-text indexes of one graph: those of its file for the nodes as loaded, and a small one in memory for the nodes changed since, which is
/// rebuilt if the graph has changed since the last search. Without a file, all nodes are indexed in memory.
/// Safe for concurrent searches while nothing is written.
/// </summary>
public sealed class FullTextIndexes : IDisposable
{
    private readonly ColumnGraph _graph;
    private readonly GraphFileConnections? _file;
    private readonly ConcurrentDictionary<string, bool> _verified = new(StringComparer.Ordinal);
    private readonly Lock _verifying = new();
    private readonly Lock _memoryLock = new();
    private SqliteConnection? _memory;
    private long _memoryVersion = -1;

    /// <summary>Searches a graph in memory, or one that was loaded from a file.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="file">The file that it was loaded from, which must stay open while this is used; null for a graph in memory.</param>
    public FullTextIndexes(ColumnGraph graph, GraphFile? file = null) => (_graph, _file) = (graph, file?.Connections);

    /// <summary>
    /// The nodes that match a query, best first, equal scores by node number. Throws <see cref="QueryException"/> if there is no such index or the
    /// text is not a valid <see cref="FullTextQuery"/>.
    /// </summary>
    public IReadOnlyList<FullTextHit> Search(string indexName, string query, CancellationToken cancellationToken)
    {
        var definition = FullTextDefinition.All.FirstOrDefault(definition => definition.Name == indexName)
            ?? throw new QueryException(
                "ArgumentError.UnknownFullTextIndex",
                $"There is no full-text index {indexName}; there are {string.Join(" and ", FullTextDefinition.All.Select(d => d.Name))}.");
        var expression = FullTextQuery.ToExpression(query, definition.Keys);
        var hits = new List<FullTextHit>();
        if (expression is not null)
        {
            SearchFile(definition, expression, hits, cancellationToken);
            SearchMemory(definition, expression, hits, cancellationToken);
            hits.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Node.CompareTo(b.Node));
        }

        return hits;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory?.Dispose();

    private void SearchFile(FullTextDefinition definition, string expression, List<FullTextHit> hits, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            return;
        }

        _file.Use(connection =>
        {
            Verify(connection, definition);

            FullTextTable.Search(connection, definition, expression, hits, cancellationToken);
        });
        if (_graph.ChangedNodes.Count > 0)
        {
            hits.RemoveAll(hit => _graph.ChangedNodes.Contains(hit.Node));
        }
    }

    /// <summary>Verifies each index once, which takes a second on a large graph; concurrent searches wait for it.</summary>
    private void Verify(SqliteConnection connection, FullTextDefinition definition)
    {
        if (_verified.ContainsKey(definition.Name))
        {
            return;
        }

        lock (_verifying)
        {
            if (!_verified.ContainsKey(definition.Name))
            {
                _file!.VerifyFullText(connection, definition);
                _verified[definition.Name] = true;
            }
        }
    }

    private void SearchMemory(FullTextDefinition definition, string expression, List<FullTextHit> hits, CancellationToken cancellationToken)
    {
        if (_file is not null && _graph.ChangedNodes.Count == 0)
        {
            return;
        }

        lock (_memoryLock)
        {
            if (_memory is null || _memoryVersion != _graph.Version)
            {
                var version = _graph.Version;
                _memory?.Dispose();
                _memory = BuildMemory(cancellationToken);
                _memoryVersion = version;
            }

            FullTextTable.Search(_memory, definition, expression, hits, cancellationToken);
        }
    }

    private GraphValue Property(int node, string key) => _graph.NodeProperty(node, _graph.PropertyKeys.Find(key));

    private int[] NodesInMemory(FullTextDefinition definition)
    {
        var label = _graph.Labels.Find(definition.Label);
        var nodes = _graph.NodesWithLabel(label).ToArray();
        return _file is null ? nodes : [.. nodes.Where(_graph.ChangedNodes.Contains)];
    }

    private SqliteConnection BuildMemory(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        try
        {
            connection.Open();
            using var transaction = connection.BeginTransaction();
            foreach (var definition in FullTextDefinition.All)
            {
                FullTextTable.Create(connection, definition);
                FullTextTable.Fill(connection, definition, NodesInMemory(definition), Property, cancellationToken);
            }

            transaction.Commit();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
