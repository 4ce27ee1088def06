namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// The equations y = c + Σ f·y of PageRank over the sources of each place, solved by Gauss and Seidel's sweeps. What only later places lead to is known after the first sweep; the rest, on cycles and behind
/// them, are few places with few arcs among themselves, once what flows to them from the others is added up.
/// </summary>
internal sealed class LinearFlow
{
    private readonly int[] _places;
    private readonly double[] _constants;
    private readonly int[] _start;
    private readonly int[] _sources;

    private LinearFlow(int[] places, double[] constants, int[] start, int[] sources) => (_places, _constants, _start, _sources) = (places, constants, start, sources);

    /// <summary>All places, each with the constant 1.</summary>
    public static LinearFlow Of(int[] start, int[] sources)
    {
        var constants = new double[start.Length - 1];
        Array.Fill(constants, 1);
        return new LinearFlow([.. Enumerable.Range(0, constants.Length)], constants, start, sources);
    }

    /// <summary>Renews every weight by the newest of its sources; returns by how much they changed in sum.</summary>
    /// <param name="passedOn">The share of its weight that a place passes on along each arc.</param>
    /// <param name="weights">By place.</param>
    /// <param name="flows">The weight by place times the share.</param>
    public double Sweep(double[] passedOn, double[] weights, double[] flows)
    {
        var change = 0.0;
        for (var row = 0; row < _places.Length; row++)
        {
            var weight = _constants[row];
            for (var at = _start[row]; at < _start[row + 1]; at++)
            {
                weight += flows[_sources[at]];
            }

            var place = _places[row];
            change += Math.Abs(weight - weights[place]);
            weights[place] = weight;
            flows[place] = weight * passedOn[place];
        }

        return change;
    }

    /// <summary>The places that are not settled by one sweep over all of them, with the flows of those that are as constants.</summary>
    public LinearFlow Unsettled(double[] flows)
    {
        var isUnsettled = FindUnsettled();
        int[] places = [.. Enumerable.Range(0, isUnsettled.Length).Where(place => isUnsettled[place])];
        var (constants, start, sources) = (new double[places.Length], new int[places.Length + 1], new List<int>());
        for (var row = 0; row < places.Length; row++)
        {
            constants[row] = _constants[places[row]];
            for (var at = _start[places[row]]; at < _start[places[row] + 1]; at++)
            {
                if (isUnsettled[_sources[at]])
                {
                    sources.Add(_sources[at]);
                }
                else
                {
                    constants[row] += flows[_sources[at]];
                }
            }

            start[row + 1] = sources.Count;
        }

        return new LinearFlow(places, constants, start, [.. sources]);
    }

    /// <summary>What a place that comes later in the order leads to, at once or by way of others.</summary>
    private bool[] FindUnsettled()
    {
        var isUnsettled = new bool[_places.Length];
        for (var place = 0; place < isUnsettled.Length; place++)
        {
            for (var at = _start[place]; at < _start[place + 1] && !isUnsettled[place]; at++)
            {
                isUnsettled[place] = _sources[at] >= place || isUnsettled[_sources[at]];
            }
        }

        return isUnsettled;
    }
}
