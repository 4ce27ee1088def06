namespace Stemma.GraphBuilder.Extraction;

/// <summary>
/// Clusters of equivalent names (union-find, Tarjan 1975; unbalanced, because a paper has few names), and the concept of each cluster. Reused from paper to paper by one thread.
/// </summary>
internal sealed class NameClusters
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    private readonly Dictionary<string, ConceptDraft> _concepts = new(StringComparer.Ordinal);

    /// <summary>Removes all names and concepts.</summary>
    public void Clear()
    {
        _parents.Clear();
        _concepts.Clear();
    }

    /// <summary>The concept of the cluster with this representative name, or null.</summary>
    public ConceptDraft? ConceptOf(string cluster) => _concepts.GetValueOrDefault(cluster);

    /// <summary>Assigns a concept to a cluster.</summary>
    public ConceptDraft Add(string cluster, ConceptDraft concept)
    {
        _concepts.Add(cluster, concept);
        return concept;
    }

    /// <summary>Merges the clusters of two names.</summary>
    public void Join(string left, string right)
    {
        var (first, second) = (Find(left), Find(right));
        if (first != second)
        {
            _parents[first] = second;
        }
    }

    /// <summary>The representative name of the cluster that a name belongs to.</summary>
    public string Find(string name)
    {
        while (_parents.TryGetValue(name, out var parent))
        {
            name = parent;
        }

        return name;
    }
}
