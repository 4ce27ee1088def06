namespace Stemma.GraphAnalysis.Communities;

/// <content>Refinement: splits communities into connected parts, which become the vertices of the next level.</content>
internal sealed partial class WeightedLevel
{
    /// <summary>
    /// Splits the communities into parts, numbered from 0 by their first vertex: each vertex that is still alone joins the part of its own community with the greatest
    /// positive gain, if any (Traag et al. 2019, algorithm A.2, with the greatest gain instead of a random one, so that the result is a function of the graph).
    /// </summary>
    public int[] Refine(out int count)
    {
        var part = Enumerable.Range(0, VertexCount).ToArray();
        var partDegree = (double[])_degrees.Clone();
        var isAlone = new bool[VertexCount];
        Array.Fill(isAlone, true);
        var gathered = new double[VertexCount];
        var touched = new List<int>();
        for (var vertex = 0; vertex < VertexCount; vertex++)
        {
            if (isAlone[vertex] && FindPart(vertex, part, partDegree, gathered, touched) is var best && best != vertex)
            {
                partDegree[vertex] -= _degrees[vertex];
                partDegree[best] += _degrees[vertex];
                part[vertex] = best;
                isAlone[best] = false;
            }
        }

        return Numbered(part, VertexCount, out count);
    }

    /// <summary>The community of each part returned by <see cref="Refine"/>, in numbers below the number of parts.</summary>
    public int[] CommunitiesOf(int[] parts, int count)
    {
        var community = new int[count];
        for (var vertex = 0; vertex < parts.Length; vertex++)
        {
            community[parts[vertex]] = _community[vertex];
        }

        return Numbered(community, VertexCount, out _);
    }

    private int FindPart(int vertex, int[] part, double[] partDegree, double[] gathered, List<int> touched)
    {
        touched.Clear();
        for (var at = _start[vertex]; at < _start[vertex + 1]; at++)
        {
            var neighbour = _neighbours[at];
            if (_community[neighbour] == _community[vertex])
            {
                if (gathered[part[neighbour]] == 0)
                {
                    touched.Add(part[neighbour]);
                }

                gathered[part[neighbour]] += _weights[at];
            }
        }

        var (best, bestGain) = (vertex, 0.0);
        foreach (var other in touched)
        {
            var gain = gathered[other] - (partDegree[other] * _degrees[vertex] / _total);
            if (other != vertex && (gain > bestGain + 1e-12 || (gain > bestGain - 1e-12 && other < best && best != vertex)))
            {
                (best, bestGain) = (other, gain);
            }

            gathered[other] = 0;
        }

        return best;
    }

    /// <summary>Renumbers groups from 0 by their first member; group numbers must be below <paramref name="bound"/>.</summary>
    private static int[] Numbered(int[] groups, int bound, out int count)
    {
        var numbers = new int[bound];
        var numbered = new int[groups.Length];
        count = 0;
        for (var at = 0; at < groups.Length; at++)
        {
            if (numbers[groups[at]] == 0)
            {
                numbers[groups[at]] = ++count;
            }

            numbered[at] = numbers[groups[at]] - 1;
        }

        return numbered;
    }
}
