using QuikGraph;

namespace Stemma.GraphAnalysis;

/// <summary>One arc of a <see cref="CsrGraph"/>.</summary>
/// <param name="Source">Vertex it leaves.</param>
/// <param name="Target">Vertex it enters.</param>
/// <param name="Arc">Its number in the graph, the index of weights and origins.</param>
public readonly record struct CsrArc(int Source, int Target, int Arc) : IEdge<int>;
