using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>Collects entities from rows and builds one consistent part of the graph from them: distinct, with both ends of every edge.</summary>
internal sealed class GraphViewBuilder
{
    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphRelationship> _edges = new(StringComparer.Ordinal);

    /// <summary>Nodes collected so far.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Adds every entity inside a value, at any depth.</summary>
    public void Add(GraphValue value)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Node:
                Add(value.AsNode());
                break;
            case GraphValueKind.Relationship:
                Add(value.AsRelationship());
                break;
            case GraphValueKind.Path:
                var path = value.AsPath();
                foreach (var node in path.Nodes)
                {
                    Add(node);
                }

                foreach (var relationship in path.Relationships)
                {
                    Add(relationship);
                }

                break;
            case GraphValueKind.List:
                foreach (var item in value.AsList())
                {
                    Add(item);
                }

                break;
            case GraphValueKind.Map:
                foreach (var item in value.AsMap().Values)
                {
                    Add(item);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Adds a node.</summary>
    public void Add(GraphNode node) => _nodes.TryAdd(node.ElementId, node);

    /// <summary>Adds a relationship; its ends may be added later.</summary>
    public void Add(GraphRelationship relationship) => _edges.TryAdd(relationship.ElementId, relationship);

    /// <summary>A collected node, or null.</summary>
    public GraphNode? Find(string elementId) => _nodes.GetValueOrDefault(elementId);

    /// <summary>The element ids of the collected nodes, as the parameter <c>$keys</c>.</summary>
    public Dictionary<string, GraphValue> Keys() => Keys(_nodes.Keys);

    /// <summary>Fetches missing ends and all degrees, and describes everything in the order of collection.</summary>
    /// <param name="database">The graph that the entities come from.</param>
    /// <param name="total">Number of nodes without a limit; null for the number shown.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<GraphView> BuildAsync(IGraphDatabase database, int? total, CancellationToken cancellationToken)
    {
        await FetchEndsAsync(database, cancellationToken);
        var degrees = await FetchDegreesAsync(database, cancellationToken);
        var nodes = ShortNames.Distinguish([.. _nodes.Values.Select(node => EntityViews.Describe(node, degrees.GetValueOrDefault(node.ElementId)))]);
        var edges = _edges.Values
            .Where(edge => _nodes.ContainsKey(edge.StartElementId) && _nodes.ContainsKey(edge.EndElementId))
            .Select(edge => EntityViews.Describe(edge, _nodes[edge.StartElementId], _nodes[edge.EndElementId]))
            .ToArray();
        return new GraphView(nodes, edges, nodes.Count, Math.Max(total ?? 0, nodes.Count));
    }

    private async Task FetchEndsAsync(IGraphDatabase database, CancellationToken cancellationToken)
    {
        var missing = _edges.Values.SelectMany(edge => new[] { edge.StartElementId, edge.EndElementId })
            .Where(id => !_nodes.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        var found = await database.ReadAllAsync(EntityQueries.NodesByKey, Keys(missing), QueryOptions.Reading, cancellationToken);
        foreach (var row in found.Rows)
        {
            Add(row[0]);
        }
    }

    private async Task<Dictionary<string, int>> FetchDegreesAsync(IGraphDatabase database, CancellationToken cancellationToken)
    {
        if (_nodes.Count == 0)
        {
            return [];
        }

        var found = await database.ReadAllAsync(EntityQueries.DegreesByKey, Keys(), QueryOptions.Reading, cancellationToken);
        return found.Rows.ToDictionary(row => row[0].AsString(), row => (int)row[1].AsInteger(), StringComparer.Ordinal);
    }

    private static Dictionary<string, GraphValue> Keys(IEnumerable<string> keys) => new(StringComparer.Ordinal) { ["keys"] = GraphValue.FromStrings(keys) };
}
