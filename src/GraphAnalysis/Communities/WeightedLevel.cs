namespace Stemma.GraphAnalysis.Communities;

/// <summary>One level of the Leiden method: an undirected weighted graph and a community for each of its vertices.</summary>
internal sealed partial class WeightedLevel
{
    private const int VisitsBetweenLooks = 4096;

    private readonly int[] _start;
    private readonly int[] _neighbours;
    private readonly double[] _weights;
    private readonly double[] _degrees;
    private readonly double[] _loops;
    private readonly double _total;
    private readonly int[] _community;
    private readonly double[] _communityDegree;

    private WeightedLevel(int[] start, int[] neighbours, double[] weights, double[] loops)
    {
        (_start, _neighbours, _weights, _loops) = (start, neighbours, weights, loops);
        var count = start.Length - 1;
        _degrees = new double[count];
        for (var vertex = 0; vertex < count; vertex++)
        {
            _degrees[vertex] = 2 * loops[vertex];
            for (var at = start[vertex]; at < start[vertex + 1]; at++)
            {
                _degrees[vertex] += weights[at];
            }
        }

        _total = _degrees.Sum();
        _community = [.. Enumerable.Range(0, count)];
        _communityDegree = (double[])_degrees.Clone();
    }

    /// <summary>Number of vertices.</summary>
    public int VertexCount => _community.Length;

    /// <summary>Starts with known communities, whose numbers are below the number of vertices.</summary>
    public void StartWith(int[] communities)
    {
        communities.CopyTo(_community, 0);
        Array.Clear(_communityDegree);
        for (var vertex = 0; vertex < communities.Length; vertex++)
        {
            _communityDegree[communities[vertex]] += _degrees[vertex];
        }
    }

    /// <summary>Creates the first level.</summary>
    public static WeightedLevel Of(CsrGraph graph, IReadOnlyList<double>? weights)
    {
        var loops = new double[graph.VertexCount];
        var ends = new List<(int First, int Second, double Weight)>(graph.ArcCount);
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            var (source, target, weight) = (graph.SourceOf(arc), graph.TargetOf(arc), weights?[arc] ?? 1);
            if (source == target)
            {
                loops[source] += weight;
            }
            else
            {
                ends.Add((source, target, weight));
            }
        }

        return Of(graph.VertexCount, ends, loops);
    }

    /// <summary>
    /// Moves vertices to the neighbouring community with the greatest gain until none moves; true if any did. After the first round, only vertices whose neighbours moved
    /// are visited (Traag et al. 2019).
    /// </summary>
    /// <param name="mostVisits">Maximum mean number of visits per vertex.</param>
    /// <param name="cancellationToken">Checked every few thousand visits.</param>
    public bool MoveVertices(int mostVisits, CancellationToken cancellationToken)
    {
        var gathered = new double[_community.Length];
        var touched = new List<int>();
        var isOpen = new bool[_community.Length];
        Array.Fill(isOpen, true);
        var open = new Queue<int>(Enumerable.Range(0, _community.Length));
        var any = false;
        for (var visits = 0L; visits < (long)mostVisits * _community.Length && open.TryDequeue(out var vertex); visits++)
        {
            if (visits % VisitsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            isOpen[vertex] = false;
            if (Move(vertex, gathered, touched))
            {
                any = true;
                OpenNeighbours(vertex, open, isOpen);
            }
        }

        return any;
    }

    /// <summary>The communities, numbered from 0 by their first vertex.</summary>
    public int[] Communities(out int count) => Numbered(_community, VertexCount, out count);

    /// <summary>Creates the next level, with one vertex per group. O(vertices + edges).</summary>
    public WeightedLevel Aggregate(int[] groups, int count)
    {
        var (loops, start) = (new double[count], new int[count + 1]);
        var (neighbours, weights) = (new List<int>(count), new List<double>(count));
        var (gathered, touched) = (new double[count], new List<int>());
        var (first, members) = MembersOf(groups, count);
        for (var group = 0; group < count; group++)
        {
            foreach (var vertex in members.AsSpan(first[group], first[group + 1] - first[group]))
            {
                loops[group] += _loops[vertex];
                Gather(vertex, groups, gathered, touched);
            }

            loops[group] += gathered[group] / 2;
            foreach (var other in touched)
            {
                if (other != group)
                {
                    neighbours.Add(other);
                    weights.Add(gathered[other]);
                }

                gathered[other] = 0;
            }

            touched.Clear();
            start[group + 1] = neighbours.Count;
        }

        return new WeightedLevel(start, [.. neighbours], [.. weights], loops);
    }

    /// <summary>The vertices sorted by group, and the start of each group.</summary>
    private static (int[] First, int[] Members) MembersOf(int[] groups, int count)
    {
        var first = new int[count + 1];
        foreach (var group in groups)
        {
            first[group + 1]++;
        }

        for (var group = 0; group < count; group++)
        {
            first[group + 1] += first[group];
        }

        var (members, next) = (new int[groups.Length], first.ToArray());
        for (var vertex = 0; vertex < groups.Length; vertex++)
        {
            members[next[groups[vertex]]++] = vertex;
        }

        return (first, members);
    }

    /// <summary>Sums the edge weights from a vertex to each group.</summary>
    private void Gather(int vertex, int[] groups, double[] gathered, List<int> touched)
    {
        for (var at = _start[vertex]; at < _start[vertex + 1]; at++)
        {
            var other = groups[_neighbours[at]];
            if (gathered[other] == 0)
            {
                touched.Add(other);
            }

            gathered[other] += _weights[at];
        }
    }

    private static WeightedLevel Of(int count, List<(int First, int Second, double Weight)> ends, double[] loops)
    {
        var start = new int[count + 1];
        foreach (var (first, second, _) in ends)
        {
            start[first + 1]++;
            start[second + 1]++;
        }

        for (var vertex = 0; vertex < count; vertex++)
        {
            start[vertex + 1] += start[vertex];
        }

        var (neighbours, weights, next) = (new int[start[count]], new double[start[count]], start.ToArray());
        foreach (var (first, second, weight) in ends)
        {
            (neighbours[next[first]], weights[next[first]++]) = (second, weight);
            (neighbours[next[second]], weights[next[second]++]) = (first, weight);
        }

        return new WeightedLevel(start, neighbours, weights, loops);
    }

    private void OpenNeighbours(int vertex, Queue<int> open, bool[] isOpen)
    {
        for (var at = _start[vertex]; at < _start[vertex + 1]; at++)
        {
            var neighbour = _neighbours[at];
            if (!isOpen[neighbour] && _community[neighbour] != _community[vertex])
            {
                isOpen[neighbour] = true;
                open.Enqueue(neighbour);
            }
        }
    }

    private bool Move(int vertex, double[] gathered, List<int> touched)
    {
        touched.Clear();
        var own = _community[vertex];
        Gather(vertex, _community, gathered, touched);
        var degree = _degrees[vertex];
        _communityDegree[own] -= degree;
        var (best, bestGain) = (own, gathered[own] - (_communityDegree[own] * degree / _total));
        foreach (var community in touched)
        {
            var gain = gathered[community] - (_communityDegree[community] * degree / _total);
            if (gain > bestGain + 1e-12 || (gain > bestGain - 1e-12 && community < best && best != own))
            {
                (best, bestGain) = (community, gain);
            }
        }

        foreach (var community in touched)
        {
            gathered[community] = 0;
        }

        _communityDegree[best] += degree;
        _community[vertex] = best;
        return best != own;
    }
}
