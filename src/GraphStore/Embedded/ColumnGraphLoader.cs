using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <summary>
/// Builds a <see cref="ColumnGraph"/> from a stream of nodes and relationships: each value goes straight into its packed column, equal strings and lists
/// are stored once, no row is kept. The columns of the finished graph depend on the order of calls alone.
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

    /// <summary>Ends loading, once, and makes the graph.</summary>
    public ColumnGraph Finish() => new(FinishColumns());

    /// <summary>Ends loading, once, and gives the columns without the structures that only a graph in use needs.</summary>
    internal GraphColumns FinishColumns()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _finished = true;
        var indexed = indexedKeys ?? ColumnGraph.DefaultIndexedKeys;
        foreach (var key in indexed)
        {
            // An index is there for a key that no node has yet.
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
