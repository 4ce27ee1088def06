using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <summary>
/// Builds a <see cref="ColumnGraph"/> from a stream of nodes and relationships: values are encoded into packed columns as they arrive, equal strings and lists
/// are stored once, and no rows are kept. The columns of the finished graph depend only on the order of calls.
/// </summary>
/// <param name="indexedKeys">Node property keys to index; null for <see cref="ColumnGraph.DefaultIndexedKeys"/>.</param>
public sealed class ColumnGraphLoader(IReadOnlyList<string>? indexedKeys = null) : IGraphLoader
{
    private readonly TokenTable _labels = GraphColumns.LabelNames([]);
    private readonly TokenTable _types = GraphColumns.TypeNames([]);
    private readonly TokenTable _keys = GraphColumns.KeyNames([]);
    private readonly LabelTable _nodes = new();
    private readonly RelationshipTable _relationships = new([], [], []);
    private readonly ColumnFiller _nodeProperties = new();
    private readonly ColumnFiller _relationshipProperties = new();
    private bool _finished;

    /// <summary>Nodes so far.</summary>
    public int NodeCount => _nodes.NodeCount;

    /// <summary>Relationships so far.</summary>
    public int RelationshipCount => _relationships.Count;

    /// <inheritdoc/>
    public int AddNode(ReadOnlySpan<string> labels, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        Span<int> tokens = stackalloc int[labels.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = _labels.Intern(labels[i]);
        }

        tokens.Sort();
        var node = _nodes.AddNode(_nodes.SetNumber(tokens));
        Add(_nodeProperties, node, properties);
        return node;
    }

    /// <inheritdoc/>
    public int AddRelationship(string type, int start, int end, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start, (uint)_nodes.Capacity, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)end, (uint)_nodes.Capacity, nameof(end));
        var relationship = _relationships.Add(_types.Intern(type), start, end);
        Add(_relationshipProperties, relationship, properties);
        return relationship;
    }

    /// <summary>Finishes loading and creates the graph; can be called once.</summary>
    public ColumnGraph Finish() => new(FinishColumns());

    /// <summary>Finishes loading, once, and returns the columns without the adjacency and indexes that <see cref="ColumnGraph"/> builds from them.</summary>
    internal GraphColumns FinishColumns()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _finished = true;
        var indexed = indexedKeys ?? ColumnGraph.DefaultIndexedKeys;
        foreach (var key in indexed)
        {
            // A key can be indexed before any node has it.
            _keys.Intern(key);
        }

        return new GraphColumns(
            _labels,
            _types,
            _keys,
            _nodes,
            _relationships,
            _nodeProperties.Build(),
            _relationshipProperties.Build(),
            indexed);
    }

    private void Add(ColumnFiller columns, int entity, ReadOnlySpan<KeyValuePair<string, GraphValue>> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (!value.IsNull)
            {
                columns.Add(_keys.Intern(name), entity, value);
            }
        }
    }
}
