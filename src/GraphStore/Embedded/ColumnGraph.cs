using Stemma.GraphModel;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <summary>
/// A property graph in memory: labels as interned sets, properties as typed columns, relationships as compressed sparse rows in both directions. Columns that a
/// <see cref="ColumnGraphLoader"/> or a file supplied are immutable; changes are layered on top of them. Numbers are not reused after a deletion.
/// </summary>
public sealed partial class ColumnGraph : IMutablePropertyGraph
{
    private readonly TokenTable _labels;
    private readonly TokenTable _types;
    private readonly TokenTable _keys;
    private readonly LabelTable _nodes;
    private readonly RelationshipTable _relationships;
    private readonly Adjacency _outgoing;
    private readonly Adjacency _incoming;
    private readonly PropertyTable _nodeProperties;
    private readonly PropertyTable _relationshipProperties;
    private readonly Dictionary<int, KeyIndex> _indexes;
    private readonly EndLabels _endLabels;
    private readonly RelationshipsByType _byType;

    /// <summary>Makes an empty graph with the indexes of <see cref="DefaultIndexedKeys"/>.</summary>
    public ColumnGraph()
        : this(GraphColumns.Empty(DefaultIndexedKeys))
    {
    }

    /// <summary>Creates the graph from loaded columns.</summary>
    internal ColumnGraph(GraphColumns columns)
    {
        (_labels, _types, _keys) = (columns.Labels, columns.Types, columns.Keys);
        (_nodes, _relationships) = (columns.Nodes, columns.Relationships);
        _nodeProperties = new PropertyTable(columns.NodeProperties);
        _relationshipProperties = new PropertyTable(columns.RelationshipProperties);
        IndexedKeys = columns.IndexedKeys;
        _endLabels = new EndLabels(_nodes, _relationships);
        _byType = new RelationshipsByType(_relationships);
        Adjacency? outgoing = null;
        Adjacency? incoming = null;
        Parallel.Invoke(
            () => outgoing = Adjacency.Build(_relationships, _nodes.Capacity, outgoing: true),
            () => incoming = Adjacency.Build(_relationships, _nodes.Capacity, outgoing: false));
        (_outgoing, _incoming) = (outgoing!, incoming!);
        _indexes = IndexedKeys.Select(_keys.Intern).Distinct().ToArray().AsParallel()
            .Select(key => (Key: key, Index: new KeyIndex(_nodeProperties.LoadedColumn(key))))
            .ToDictionary(pair => pair.Key, pair => pair.Index);
    }

    /// <summary>The keys by which queries about papers and concepts find their start nodes.</summary>
    public static IReadOnlyList<string> DefaultIndexedKeys { get; } =
    [
        GraphSchema.Keys.Id, GraphSchema.Keys.Name, GraphSchema.Keys.SourceId, GraphSchema.Keys.Arxiv, GraphSchema.Keys.Doi,
    ];

    /// <summary>The node property keys that have an index; one index serves every label.</summary>
    public IReadOnlyList<string> IndexedKeys { get; }

    /// <inheritdoc/>
    public ITokenTable Labels => _labels;

    /// <inheritdoc/>
    public ITokenTable RelationshipTypes => _types;

    /// <inheritdoc/>
    public ITokenTable PropertyKeys => _keys;

    /// <inheritdoc/>
    public int NodeCapacity => _nodes.Capacity;

    /// <inheritdoc/>
    public int RelationshipCapacity => _relationships.Capacity;

    /// <inheritdoc/>
    public int NodeCount => _nodes.NodeCount;

    /// <inheritdoc/>
    public int RelationshipCount => _relationships.Count;

    /// <inheritdoc/>
    public bool NodeExists(int node) => _nodes.Exists(node);

    /// <inheritdoc/>
    public bool RelationshipExists(int relationship) => _relationships.Exists(relationship);

    /// <inheritdoc/>
    public ReadOnlySpan<int> LabelsOf(int node) => _nodes.LabelsOf(node);

    /// <inheritdoc/>
    public bool HasLabel(int node, int label) => _nodes.HasLabel(node, label);

    /// <inheritdoc/>
    public GraphValue NodeProperty(int node, int key) => _nodeProperties.Read(node, key);

    /// <inheritdoc/>
    public IReadOnlyList<int> NodePropertyKeys(int node) => _nodeProperties.KeysOf(node);

    /// <inheritdoc/>
    public int TypeOf(int relationship) => _relationships.Types[relationship];

    /// <inheritdoc/>
    public int StartOf(int relationship) => _relationships.Starts[relationship];

    /// <inheritdoc/>
    public int EndOf(int relationship) => _relationships.Ends[relationship];

    /// <inheritdoc/>
    public GraphValue RelationshipProperty(int relationship, int key) => _relationshipProperties.Read(relationship, key);

    /// <inheritdoc/>
    public IReadOnlyList<int> RelationshipPropertyKeys(int relationship) => _relationshipProperties.KeysOf(relationship);

    /// <inheritdoc/>
    public AdjacencySpan Outgoing(int node, int type = -1) => _outgoing.At(node, type);

    /// <inheritdoc/>
    public AdjacencySpan Incoming(int node, int type = -1) => _incoming.At(node, type);

    /// <inheritdoc/>
    public ReadOnlySpan<int> NodesWithLabel(int label) => _nodes.NodesWithLabel(label);

    /// <inheritdoc/>
    public int CountRelationships(int type) => _relationships.CountOf(type);

    /// <inheritdoc/>
    public ReadOnlyMemory<int> RelationshipsOfType(int type) => _byType.Of(type, Version);

    /// <inheritdoc/>
    public bool HasIndex(int label, int key) => _indexes.ContainsKey(key);

    /// <inheritdoc/>
    public IPropertyCodes? FindNodeCodes(int key) =>
        !_nodeProperties.IsChanged(key) && _nodeProperties.LoadedColumn(key) is { Values: TextValues or IntegerValues } column ? new ColumnCodes(column) : null;

    /// <inheritdoc/>
    public bool AllEndsHave(int type, int label, bool atEnd) => _endLabels.AllHave(type, label, atEnd, Version);

    /// <inheritdoc/>
    public bool TryFindNodes(int label, int key, GraphValue value, out IReadOnlyList<int> nodes)
    {
        nodes = [];
        if (!_indexes.TryGetValue(key, out var index))
        {
            return false;
        }

        var found = new List<int>();
        var forms = IdenticalForms(value);
        foreach (var form in forms)
        {
            index.Collect(form, found);
        }

        found.RemoveAll(node => !HasLabel(node, label) || !forms.Contains(NodeProperty(node, key)));
        found.Sort();
        nodes = found.Count > 1 ? [.. found.Distinct()] : found;
        return true;
    }

    /// <summary>
    /// The stored values that Cypher's <c>=</c> considers equal to a value: 1 equals 1.0; NaN and null equal nothing (openCypher CIP2016-06-14).
    /// </summary>
    private static GraphValue[] IdenticalForms(GraphValue value)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Null:
                return [];
            case GraphValueKind.Integer:
                var integer = value.AsInteger();
                var asFloat = (double)integer;
                return asFloat < long.MaxValue && (long)asFloat == integer ? FormsOf(asFloat, value) : [value];
            case GraphValueKind.Float:
                var number = value.AsFloat();
                var isIntegral = Math.Truncate(number) == number && number is >= long.MinValue and < long.MaxValue;
                return double.IsNaN(number) ? [] : FormsOf(number, isIntegral ? GraphValue.From((long)number) : GraphValue.Null);
            default:
                return [value];
        }
    }

    private static GraphValue[] FormsOf(double number, GraphValue integer) => (number, integer.IsNull) switch
    {
        (0, _) => [integer, GraphValue.From(0.0), GraphValue.From(-0.0)],
        (_, true) => [GraphValue.From(number)],
        _ => [integer, GraphValue.From(number)],
    };
}
