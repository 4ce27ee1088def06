namespace Stemma.GraphAnalysis;

/// <summary>
/// A directed graph over vertices 0 to n − 1 in compressed sparse row format, in both directions. It is the entry point of graph analysis: a
/// <see cref="GraphProjection"/> of a property graph (or plain arrays) gives a <see cref="CsrGraph"/> → <see cref="Ranks.PageRank"/>,
/// <see cref="Communities.Components"/>, <see cref="Communities.CommunityFinder"/> process it as a whole → <see cref="Lineage.LineageFinder"/> fetches the neighbourhood
/// shown to a user through Cypher and orders it with QuikGraph.
/// </summary>
/// <remarks>
/// Arcs are numbered by (source, input order); parallel arcs and loops are kept. 16 bytes per arc, 8 per vertex. Immutable and thread-safe. The other part of this class
/// implements QuikGraph's bidirectional graph, so that any QuikGraph algorithm can run on it.
/// </remarks>
public sealed partial class CsrGraph
{
    private readonly int[] _outStart;
    private readonly int[] _targets;
    private readonly int[] _inStart;
    private readonly int[] _inArcs;
    private readonly int[] _sources;

    private CsrGraph(int[] outStart, int[] targets, int[] sources, int[] inStart, int[] inArcs, int[] inputOf)
    {
        _outStart = outStart;
        _targets = targets;
        _sources = sources;
        _inStart = inStart;
        _inArcs = inArcs;
        InputOf = inputOf;
    }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _outStart.Length - 1;

    /// <summary>Number of arcs.</summary>
    public int ArcCount => _targets.Length;

    /// <summary>For each arc, its index in the arrays that the graph was built from.</summary>
    public IReadOnlyList<int> InputOf { get; }

    /// <summary>Builds from parallel arrays of sources and targets. O(vertices + arcs). Throws <see cref="ArgumentException"/> for unequal lengths or a vertex out of range.</summary>
    public static CsrGraph FromArcs(int vertexCount, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets)
    {
        if (sources.Length != targets.Length)
        {
            throw new ArgumentException($"Expected as many sources as targets, found {sources.Length} and {targets.Length}.", nameof(targets));
        }

        var outStart = Offsets(vertexCount, sources);
        var inStart = Offsets(vertexCount, targets);
        var (outTargets, outSources, inputOf) = (new int[sources.Length], new int[sources.Length], new int[sources.Length]);
        var next = outStart.AsSpan(0, vertexCount).ToArray();
        for (var at = 0; at < sources.Length; at++)
        {
            var arc = next[sources[at]]++;
            outTargets[arc] = targets[at];
            outSources[arc] = sources[at];
            inputOf[arc] = at;
        }

        var inArcs = new int[sources.Length];
        next = inStart.AsSpan(0, vertexCount).ToArray();
        for (var arc = 0; arc < outTargets.Length; arc++)
        {
            inArcs[next[outTargets[arc]]++] = arc;
        }

        return new CsrGraph(outStart, outTargets, outSources, inStart, inArcs, inputOf);
    }

    /// <summary>Targets of the arcs that leave a vertex; the first of them is arc <see cref="FirstArc"/>.</summary>
    public ReadOnlySpan<int> TargetsOf(int vertex) => _targets.AsSpan(_outStart[vertex], _outStart[vertex + 1] - _outStart[vertex]);

    /// <summary>Number of the first arc that leaves a vertex.</summary>
    public int FirstArc(int vertex) => _outStart[vertex];

    /// <summary>Numbers of the arcs that enter a vertex, ascending.</summary>
    public ReadOnlySpan<int> ArcsInto(int vertex) => _inArcs.AsSpan(_inStart[vertex], _inStart[vertex + 1] - _inStart[vertex]);

    /// <summary>The vertex that an arc leaves.</summary>
    public int SourceOf(int arc) => _sources[arc];

    /// <summary>The vertex that an arc enters.</summary>
    public int TargetOf(int arc) => _targets[arc];

    private static int[] Offsets(int vertexCount, ReadOnlySpan<int> ends)
    {
        var start = new int[vertexCount + 1];
        foreach (var vertex in ends)
        {
            if ((uint)vertex >= (uint)vertexCount)
            {
                throw new ArgumentException($"Expected vertices from 0 to {vertexCount - 1}, found {vertex}.", nameof(ends));
            }

            start[vertex + 1]++;
        }

        for (var vertex = 0; vertex < vertexCount; vertex++)
        {
            start[vertex + 1] += start[vertex];
        }

        return start;
    }
}
