using Stemma.GraphModel.Graph;

namespace Stemma.GraphAnalysis;

/// <summary>A part of a property graph as a <see cref="CsrGraph"/>: the nodes with certain labels and the relationships of certain types between them.</summary>
public sealed class GraphProjection
{
    private readonly int[] _vertexOf;

    private GraphProjection(CsrGraph graph, int[] nodeOf, int[] vertexOf, int[] relationships)
    {
        Graph = graph;
        NodeOf = nodeOf;
        _vertexOf = vertexOf;
        RelationshipOf = [.. graph.InputOf.Select(at => relationships[at])];
    }

    /// <summary>The graph.</summary>
    public CsrGraph Graph { get; }

    /// <summary>For each vertex, its node; ascending.</summary>
    public IReadOnlyList<int> NodeOf { get; }

    /// <summary>For each arc, its relationship.</summary>
    public IReadOnlyList<int> RelationshipOf { get; }

    /// <summary>The vertex of a node, or −1 if it is not in the projection.</summary>
    public int VertexOf(int node) => (uint)node < (uint)_vertexOf.Length ? _vertexOf[node] : -1;

    /// <summary>Projects a graph. Labels and types that it does not have are ignored.</summary>
    /// <param name="graph">The property graph.</param>
    /// <param name="labels">Nodes with any of these labels become vertices.</param>
    /// <param name="types">Relationships of any of these types between vertices become arcs of the same direction.</param>
    /// <param name="cancellationToken">Stops between nodes.</param>
    public static GraphProjection Of(IPropertyGraph graph, IReadOnlyCollection<string> labels, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        var (nodes, vertexOf) = Vertices(graph, labels);
        var typeTokens = types.Select(graph.RelationshipTypes.Find).Where(token => token >= 0).ToArray();
        var (sources, targets, relationships) = (new List<int>(), new List<int>(), new List<int>());
        for (var vertex = 0; vertex < nodes.Length; vertex++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var type in typeTokens)
            {
                var outgoing = graph.Outgoing(nodes[vertex], type);
                for (var at = 0; at < outgoing.Count; at++)
                {
                    if (vertexOf[outgoing.Neighbours[at]] is >= 0 and var target)
                    {
                        sources.Add(vertex);
                        targets.Add(target);
                        relationships.Add(outgoing.Relationships[at]);
                    }
                }
            }
        }

        return new GraphProjection(CsrGraph.FromArcs(nodes.Length, [.. sources], [.. targets]), nodes, vertexOf, [.. relationships]);
    }

    private static (int[] Nodes, int[] VertexOf) Vertices(IPropertyGraph graph, IReadOnlyCollection<string> labels)
    {
        var vertexOf = new int[graph.NodeCapacity];
        Array.Fill(vertexOf, -1);
        foreach (var label in labels.Select(graph.Labels.Find).Where(token => token >= 0))
        {
            foreach (var node in graph.NodesWithLabel(label))
            {
                vertexOf[node] = 0;
            }
        }

        var nodes = new List<int>();
        for (var node = 0; node < vertexOf.Length; node++)
        {
            if (vertexOf[node] == 0)
            {
                vertexOf[node] = nodes.Count;
                nodes.Add(node);
            }
        }

        return ([.. nodes], vertexOf);
    }
}
