using System.Runtime.InteropServices;

namespace Stemma.GraphBuilder.Linking.Senses;

/// <summary>Summed feature weights of some papers; the squared norm is updated with each addition.</summary>
internal sealed class ContextProfile
{
    private readonly Dictionary<int, double> _weights = [];

    /// <summary>Sum of the squared weights.</summary>
    public double SquaredNorm { get; private set; }

    /// <summary>The weight of a feature, 0 where it never occurred.</summary>
    public double this[int feature] => _weights.GetValueOrDefault(feature);

    /// <summary>Adds to the weight of a feature.</summary>
    public void Add(int feature, double weight)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_weights, feature, out _);
        var before = sum;
        sum += weight;
        SquaredNorm += (sum * sum) - (before * before);
    }
}
