using QuikGraph;

namespace Stemma.GraphAnalysis;

/// <content>The graph as a QuikGraph graph: vertices are numbers, edges are <see cref="CsrArc"/>.</content>
public sealed partial class CsrGraph : IBidirectionalGraph<int, CsrArc>
{
    /// <inheritdoc/>
    public bool IsDirected => true;

    /// <inheritdoc/>
    public bool AllowParallelEdges => true;

    /// <inheritdoc/>
    public bool IsVerticesEmpty => VertexCount == 0;

    /// <inheritdoc/>
    public IEnumerable<int> Vertices => Enumerable.Range(0, VertexCount);

    /// <inheritdoc/>
    public bool IsEdgesEmpty => ArcCount == 0;

    /// <inheritdoc/>
    public int EdgeCount => ArcCount;

    /// <inheritdoc/>
    public IEnumerable<CsrArc> Edges => Enumerable.Range(0, ArcCount).Select(Arc);

    /// <inheritdoc/>
    public bool ContainsVertex(int vertex) => (uint)vertex < (uint)VertexCount;

    /// <inheritdoc/>
    public bool ContainsEdge(CsrArc edge) => (uint)edge.Arc < (uint)ArcCount && Arc(edge.Arc) == edge;

    /// <inheritdoc/>
    public bool ContainsEdge(int source, int target) => ContainsVertex(source) && TargetsOf(source).Contains(target);

    /// <inheritdoc/>
    public bool TryGetEdge(int source, int target, out CsrArc edge)
    {
        var at = ContainsVertex(source) ? TargetsOf(source).IndexOf(target) : -1;
        edge = at < 0 ? default : Arc(FirstArc(source) + at);
        return at >= 0;
    }

    /// <inheritdoc/>
    public bool TryGetEdges(int source, int target, out IEnumerable<CsrArc> edges)
    {
        edges = ContainsVertex(source) ? OutEdges(source).Where(arc => arc.Target == target) : [];
        return ContainsVertex(source) && ContainsVertex(target);
    }

    /// <inheritdoc/>
    public bool IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    /// <inheritdoc/>
    public int OutDegree(int vertex) => _outStart[vertex + 1] - _outStart[vertex];

    /// <inheritdoc/>
    public IEnumerable<CsrArc> OutEdges(int vertex) => Enumerable.Range(_outStart[vertex], OutDegree(vertex)).Select(Arc);

    /// <inheritdoc/>
    public bool TryGetOutEdges(int vertex, out IEnumerable<CsrArc> edges)
    {
        edges = ContainsVertex(vertex) ? OutEdges(vertex) : [];
        return ContainsVertex(vertex);
    }

    /// <inheritdoc/>
    public CsrArc OutEdge(int vertex, int index) => Arc(_outStart[vertex] + index);

    /// <inheritdoc/>
    public bool IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    /// <inheritdoc/>
    public int InDegree(int vertex) => _inStart[vertex + 1] - _inStart[vertex];

    /// <inheritdoc/>
    public int Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    /// <inheritdoc/>
    public IEnumerable<CsrArc> InEdges(int vertex) => Enumerable.Range(_inStart[vertex], InDegree(vertex)).Select(at => Arc(_inArcs[at]));

    /// <inheritdoc/>
    public bool TryGetInEdges(int vertex, out IEnumerable<CsrArc> edges)
    {
        edges = ContainsVertex(vertex) ? InEdges(vertex) : [];
        return ContainsVertex(vertex);
    }

    /// <inheritdoc/>
    public CsrArc InEdge(int vertex, int index) => Arc(_inArcs[_inStart[vertex] + index]);

    private CsrArc Arc(int arc) => new(_sources[arc], _targets[arc], arc);
}
