using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStoreTests.Embedded;

/// <summary>The simplest property graph possible: dictionaries by number. The real graph is compared with it.</summary>
internal sealed class ReferenceGraph
{
    public SortedDictionary<int, ReferenceNode> Nodes { get; private init; } = [];

    public SortedDictionary<int, ReferenceRelationship> Relationships { get; private init; } = [];

    public ReferenceGraph Copy() => new()
    {
        Nodes = new(Nodes.ToDictionary(n => n.Key, n => new ReferenceNode([.. n.Value.Labels], new(n.Value.Properties)))),
        Relationships = new(Relationships.ToDictionary(r => r.Key, r => r.Value with { Properties = new(r.Value.Properties) })),
    };

    /// <summary>Asserts that a graph has the same content through every way of access.</summary>
    public void AssertSame(IPropertyGraph graph)
    {
        Assert.Equal(Nodes.Count, graph.NodeCount);
        Assert.Equal(Relationships.Count, graph.RelationshipCount);
        Assert.Equal(Nodes.Keys, Enumerable.Range(0, graph.NodeCapacity).Where(graph.NodeExists));
        Assert.Equal(Relationships.Keys, Enumerable.Range(0, graph.RelationshipCapacity).Where(graph.RelationshipExists));
        foreach (var (id, node) in Nodes)
        {
            Assert.Equal(node.Labels, Names(graph.Labels, graph.LabelsOf(id)));
            AssertProperties(graph, node.Properties, graph.NodePropertyKeys(id), key => graph.NodeProperty(id, key));
            AssertAdjacency(graph, id, Relationships.Where(r => r.Value.Start == id), outgoing: true);
            AssertAdjacency(graph, id, Relationships.Where(r => r.Value.End == id), outgoing: false);
        }

        foreach (var (id, relationship) in Relationships)
        {
            Assert.Equal((relationship.Start, relationship.End), (graph.StartOf(id), graph.EndOf(id)));
            Assert.Equal(relationship.Type, graph.RelationshipTypes.NameOf(graph.TypeOf(id)));
            AssertProperties(graph, relationship.Properties, graph.RelationshipPropertyKeys(id), key => graph.RelationshipProperty(id, key));
        }

        AssertCountsAndIndexes(graph);
    }

    private static SortedSet<string> Names(ITokenTable table, ReadOnlySpan<int> tokens) =>
        new(tokens.ToArray().Select(table.NameOf), StringComparer.Ordinal);

    private static void AssertProperties(
        IPropertyGraph graph, Dictionary<string, GraphValue> expected, IReadOnlyList<int> keys, Func<int, GraphValue> read)
    {
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), keys.Select(graph.PropertyKeys.NameOf).Order(StringComparer.Ordinal));
        foreach (var (name, value) in expected)
        {
            Assert.Equal(value, read(graph.PropertyKeys.Find(name)));
        }
    }

    private static void AssertAdjacency(
        IPropertyGraph graph, int node, IEnumerable<KeyValuePair<int, ReferenceRelationship>> relationships, bool outgoing)
    {
        var expected = relationships
            .Select(r => (Type: graph.RelationshipTypes.Find(r.Value.Type), Id: r.Key, Far: outgoing ? r.Value.End : r.Value.Start))
            .Order().ToArray();
        for (var type = -1; type < graph.RelationshipTypes.Count; type++)
        {
            var wanted = expected.Where(r => type < 0 || r.Type == type).ToArray();
            var found = outgoing ? graph.Outgoing(node, type) : graph.Incoming(node, type);
            Assert.Equal(wanted.Select(r => r.Id), found.Relationships.ToArray());
            Assert.Equal(wanted.Select(r => r.Far), found.Neighbours.ToArray());
        }
    }

    private void AssertCountsAndIndexes(IPropertyGraph graph)
    {
        for (var type = 0; type < graph.RelationshipTypes.Count; type++)
        {
            Assert.Equal(Relationships.Count(r => r.Value.Type == graph.RelationshipTypes.NameOf(type)), graph.CountRelationships(type));
        }

        for (var label = 0; label < graph.Labels.Count; label++)
        {
            var name = graph.Labels.NameOf(label);
            var carriers = Nodes.Where(n => n.Value.Labels.Contains(name)).ToArray();
            Assert.Equal(carriers.Select(n => n.Key), graph.NodesWithLabel(label).ToArray());
            for (var key = 0; key < graph.PropertyKeys.Count; key++)
            {
                var keyName = graph.PropertyKeys.NameOf(key);
                if (graph.HasIndex(label, key))
                {
                    AssertIndex(graph, label, key, carriers.Where(n => n.Value.Properties.ContainsKey(keyName))
                        .Select(n => (n.Key, n.Value.Properties[keyName])).ToArray());
                }
            }
        }
    }

    private static void AssertIndex(IPropertyGraph graph, int label, int key, (int Node, GraphValue Value)[] entries)
    {
        foreach (var (_, value) in entries)
        {
            Assert.True(graph.TryFindNodes(label, key, value, out var found));
            Assert.Equal(entries.Where(e => CypherEqual(e.Value, value)).Select(e => e.Node), found);
        }

        Assert.True(graph.TryFindNodes(label, key, GraphValue.From("a value that nobody has"), out var none));
        Assert.Empty(none);
    }

    private static bool CypherEqual(GraphValue a, GraphValue b) =>
        a.IsNumber && b.IsNumber ? a.AsNumber() == b.AsNumber() : a == b;
}

internal sealed record ReferenceNode(SortedSet<string> Labels, Dictionary<string, GraphValue> Properties);

internal sealed record ReferenceRelationship(string Type, int Start, int End, Dictionary<string, GraphValue> Properties);
