using System.Globalization;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>What the TCK counts as observable in a graph: its nodes, relationships, (entity, key, value) triples and the names of labels in use.</summary>
internal sealed class GraphSnapshot
{
    private readonly HashSet<string> _nodes = [];
    private readonly HashSet<string> _relationships = [];
    private readonly HashSet<string> _properties = [];
    private readonly HashSet<string> _labels = [];

    private GraphSnapshot()
    {
    }

    /// <summary>A snapshot of a graph.</summary>
    public static GraphSnapshot Of(IPropertyGraph graph)
    {
        var snapshot = new GraphSnapshot();
        for (var node = 0; node < graph.NodeCapacity; node++)
        {
            if (graph.NodeExists(node))
            {
                snapshot._nodes.Add(EntityDetacher.NodeElementId(node));
                snapshot._labels.UnionWith(EntityDetacher.LabelNames(graph, node));
                snapshot.AddProperties(EntityDetacher.NodeElementId(node), EntityDetacher.NodeProperties(graph, node));
            }
        }

        for (var relationship = 0; relationship < graph.RelationshipCapacity; relationship++)
        {
            if (graph.RelationshipExists(relationship))
            {
                snapshot._relationships.Add(EntityDetacher.RelationshipElementId(relationship));
                snapshot.AddProperties(
                    EntityDetacher.RelationshipElementId(relationship), EntityDetacher.RelationshipProperties(graph, relationship));
            }
        }

        return snapshot;
    }

    /// <summary>A snapshot of a graph given as all of its nodes and relationships.</summary>
    public static GraphSnapshot Of(IEnumerable<GraphNode> nodes, IEnumerable<GraphRelationship> relationships)
    {
        var snapshot = new GraphSnapshot();
        foreach (var node in nodes)
        {
            snapshot._nodes.Add(node.ElementId);
            snapshot._labels.UnionWith(node.Labels);
            snapshot.AddProperties(node.ElementId, node.Properties);
        }

        foreach (var relationship in relationships)
        {
            snapshot._relationships.Add(relationship.ElementId);
            snapshot.AddProperties(relationship.ElementId, relationship.Properties);
        }

        return snapshot;
    }

    /// <summary>The side effects between two snapshots by their TCK names, without zeros: <c>+nodes 1, -labels 2</c>.</summary>
    public static SortedDictionary<string, int> Difference(GraphSnapshot before, GraphSnapshot after)
    {
        var effects = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Compare(string name, HashSet<string> old, HashSet<string> now)
        {
            var (added, removed) = (now.Count(item => !old.Contains(item)), old.Count(item => !now.Contains(item)));
            if (added > 0)
            {
                effects["+" + name] = added;
            }

            if (removed > 0)
            {
                effects["-" + name] = removed;
            }
        }

        Compare("nodes", before._nodes, after._nodes);
        Compare("relationships", before._relationships, after._relationships);
        Compare("properties", before._properties, after._properties);
        Compare("labels", before._labels, after._labels);
        return effects;
    }

    private void AddProperties(string entity, IReadOnlyDictionary<string, GraphValue> properties)
    {
        foreach (var (key, value) in properties)
        {
            _properties.Add(string.Create(CultureInfo.InvariantCulture, $"{entity}\0{key}\0{value.Kind}\0{ValuePrinter.Print(value)}"));
        }
    }
}
