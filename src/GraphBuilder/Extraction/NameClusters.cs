namespace Stemma.GraphBuilder.Extraction;

/// <summary>Names that stand for one thing (union-find, Tarjan 1975; the few names of one paper need no balancing), and the concept that each cluster is. Reused from paper to paper by one thread.</summary>
internal sealed class NameClusters
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ConceptDraft> _concepts = new(StringComparer.Ordinal);

    /// <summary>Forgets all names.</summary>
    public void Clear()
    {
        _parents.Clear();
        _concepts.Clear();
    }

    /// <summary>The concept of a cluster, by the name that stands for it, or null.</summary>
    public ConceptDraft? ConceptOf(string cluster) => _concepts.GetValueOrDefault(cluster);

    /// <summary>Makes a concept that of a cluster.</summary>
    public ConceptDraft Add(string cluster, ConceptDraft concept)
    {
        _concepts.Add(cluster, concept);
        return concept;
    }

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
