namespace Stemma.GraphBuilder.Extraction;

/// <summary>Names that stand for one thing (union-find, Tarjan 1975; the few names of one paper need no balancing).</summary>
internal sealed class NameClusters
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>Makes two names one.</summary>
    public void Join(string left, string right)
    {
        var (first, second) = (Find(left), Find(right));
        if (first != second)
        {
            _parents[first] = second;
        }
    }

    /// <summary>The name that stands for the cluster.</summary>
    public string Find(string name)
    {
        while (_parents.TryGetValue(name, out var parent))
        {
            name = parent;
        }

        return name;
    }
}
