using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution;

/// <summary>A graph that counts its reads, for PROFILE: one hit per call, plus one per entry of an adjacency list. For one run.</summary>
internal sealed class CountedGraph(IPropertyGraph graph) : IPropertyGraph
{
    /// <summary>Number of reads so far.</summary>
    public long Hits { get; private set; }

    /// <inheritdoc/>
    public ITokenTable Labels => graph.Labels;

    /// <inheritdoc/>
    public ITokenTable RelationshipTypes => graph.RelationshipTypes;

    /// <inheritdoc/>
    public ITokenTable PropertyKeys => graph.PropertyKeys;

    /// <inheritdoc/>
    public int NodeCapacity => graph.NodeCapacity;

    /// <inheritdoc/>
    public int RelationshipCapacity => graph.RelationshipCapacity;

    /// <inheritdoc/>
    public int NodeCount => Hit(graph.NodeCount);

    /// <inheritdoc/>
    public int RelationshipCount => Hit(graph.RelationshipCount);

    /// <inheritdoc/>
    public bool NodeExists(int node) => Hit(graph.NodeExists(node));

    /// <inheritdoc/>
    public bool RelationshipExists(int relationship) => Hit(graph.RelationshipExists(relationship));

    /// <inheritdoc/>
    public ReadOnlySpan<int> LabelsOf(int node)
    {
        Hits++;
        return graph.LabelsOf(node);
    }

    /// <inheritdoc/>
    public bool HasLabel(int node, int label) => Hit(graph.HasLabel(node, label));

    /// <inheritdoc/>
    public GraphValue NodeProperty(int node, int key) => Hit(graph.NodeProperty(node, key));

    /// <inheritdoc/>
    public IReadOnlyList<int> NodePropertyKeys(int node) => Hit(graph.NodePropertyKeys(node));

    /// <inheritdoc/>
    public int TypeOf(int relationship) => Hit(graph.TypeOf(relationship));

    /// <inheritdoc/>
    public int StartOf(int relationship) => Hit(graph.StartOf(relationship));

    /// <inheritdoc/>
    public int EndOf(int relationship) => Hit(graph.EndOf(relationship));

    /// <inheritdoc/>
    public GraphValue RelationshipProperty(int relationship, int key) => Hit(graph.RelationshipProperty(relationship, key));

    /// <inheritdoc/>
    public IReadOnlyList<int> RelationshipPropertyKeys(int relationship) => Hit(graph.RelationshipPropertyKeys(relationship));

    /// <inheritdoc/>
    public AdjacencySpan Outgoing(int node, int type = -1)
    {
        var span = graph.Outgoing(node, type);
        Hits += 1 + span.Count;
        return span;
    }

    /// <inheritdoc/>
    public AdjacencySpan Incoming(int node, int type = -1)
    {
        var span = graph.Incoming(node, type);
        Hits += 1 + span.Count;
        return span;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> NodesWithLabel(int label)
    {
        Hits++;
        return graph.NodesWithLabel(label);
    }

    /// <inheritdoc/>
    public int CountRelationships(int type) => Hit(graph.CountRelationships(type));

    /// <inheritdoc/>
    public ReadOnlyMemory<int> RelationshipsOfType(int type)
    {
        var list = graph.RelationshipsOfType(type);
        Hits += 1 + list.Length;
        return list;
    }

    /// <inheritdoc/>
    public IPropertyCodes? FindNodeCodes(int key) => graph.FindNodeCodes(key) is { } codes ? new CountedCodes(this, codes) : null;

    /// <inheritdoc/>
    public bool AllEndsHave(int type, int label, bool atEnd) => Hit(graph.AllEndsHave(type, label, atEnd));

    /// <inheritdoc/>
    public bool TryFindNodes(int label, int key, GraphValue value, out IReadOnlyList<int> nodes) => Hit(graph.TryFindNodes(label, key, value, out nodes));

    /// <inheritdoc/>
    public bool HasIndex(int label, int key) => graph.HasIndex(label, key);

    private T Hit<T>(T answer)
    {
        Hits++;
        return answer;
    }

    private sealed class CountedCodes(CountedGraph counter, IPropertyCodes codes) : IPropertyCodes
    {
        public int TextCount => codes.TextCount;

        public bool TryRead(int node, out long code) => counter.Hit(codes.TryRead(node, out code));

        public void Read(ReadOnlySpan<int> nodes, Span<long> found, Span<bool> isFound)
        {
            counter.Hits += nodes.Length;
            codes.Read(nodes, found, isFound);
        }

        public bool TryFind(GraphValue value, out long code) => counter.Hit(codes.TryFind(value, out code));

        public void Match(TextTest test, ReadOnlySpan<byte> wanted, int from, int count, Span<bool> passed)
        {
            counter.Hits += count;
            codes.Match(test, wanted, from, count, passed);
        }
    }
}
