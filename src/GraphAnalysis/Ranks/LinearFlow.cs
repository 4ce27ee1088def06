namespace Stemma.GraphAnalysis.Ranks;

/// <summary>
/// Solves the PageRank equations y = 1 + Σ f·y, summed over the sources of each place (position in the order of <see cref="StrongComponents"/>), in that order: a place
/// on no cycle is known once its sources are, and Gauss-Seidel sweeps are needed only within a component (Arasu, Novak, Tomkins and Tomlin 2002, "PageRank computation
/// and the structure of the web").
/// </summary>
/// <param name="start">By place, the start of its sources; one more at the end.</param>
/// <param name="sources">Places of the sources.</param>
/// <param name="passedOn">By place, the share of its weight that passes along each outgoing arc.</param>
internal sealed class LinearFlow(int[] start, int[] sources, double[] passedOn)
{
    private readonly double[] _flows = new double[passedOn.Length];
    private double[] _constants = [];
    private int[] _innerStart = [];
    private int[] _innerSources = [];

    /// <summary>Solutions of the places settled so far.</summary>
    public double[] Weights { get; } = new double[passedOn.Length];

    /// <summary>Solves the places of a component; all components before it must be solved.</summary>
    /// <param name="first">Its first place.</param>
    /// <param name="end">The place after its last one.</param>
    /// <param name="tolerance">Stops once a sweep changes the weights by no more than this share of their sum.</param>
    /// <param name="mostSweeps">Maximum number of sweeps.</param>
    /// <param name="cancellationToken">Stops between sweeps.</param>
    public void Settle(int first, int end, double tolerance, int mostSweeps, CancellationToken cancellationToken)
    {
        if (end - first == 1 && !sources.AsSpan(start[first]..start[end]).Contains(first))
        {
            Set(first, 1 + Sum(sources.AsSpan(start[first]..start[end])));
            return;
        }

        Gather(first, end);
        for (var sweep = 0; sweep < mostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Sweep(first, end - first) <= tolerance * SumOf(first, end))
            {
                break;
            }
        }
    }

    private double SumOf(int first, int end)
    {
        var sum = 0.0;
        foreach (var weight in Weights.AsSpan(first..end))
        {
            sum += weight;
        }

        return sum;
    }

    /// <summary>Sums the flow into a component, and collects the arcs within it.</summary>
    private void Gather(int first, int end)
    {
        if (_constants.Length < end - first)
        {
            _constants = new double[end - first];
            _innerStart = new int[end - first + 1];
        }

        if (_innerSources.Length < start[end] - start[first])
        {
            _innerSources = new int[start[end] - start[first]];
        }

        var count = 0;
        for (var place = first; place < end; place++)
        {
            var constant = 1.0;
            for (var at = start[place]; at < start[place + 1]; at++)
            {
                if (sources[at] < first)
                {
                    constant += _flows[sources[at]];
                }
                else
                {
                    _innerSources[count++] = sources[at];
                }
            }

            _constants[place - first] = constant;
            _innerStart[place - first + 1] = count;
        }
    }

    /// <summary>Updates every weight from the current weights of its sources; returns the sum of the absolute changes.</summary>
    private double Sweep(int first, int places)
    {
        var change = 0.0;
        for (var row = 0; row < places; row++)
        {
            var weight = _constants[row] + Sum(_innerSources.AsSpan(_innerStart[row].._innerStart[row + 1]));
            change += Math.Abs(weight - Weights[first + row]);
            Set(first + row, weight);
        }

        return change;
    }

    private double Sum(ReadOnlySpan<int> from)
    {
        var sum = 0.0;
        foreach (var source in from)
        {
            sum += _flows[source];
        }

        return sum;
    }

    private void Set(int place, double weight)
    {
        Weights[place] = weight;
        _flows[place] = weight * passedOn[place];
    }
}
