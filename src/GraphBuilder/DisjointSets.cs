namespace Stemma.GraphBuilder;

/// <summary>Union-find over numbers from 0, grown on demand (Tarjan 1975, path halving). Which member represents a set is left open.</summary>
internal sealed class DisjointSets
{
    private readonly List<int> _parents = [];

    /// <summary>The representative of the set that holds the element.</summary>
    public int Find(int element)
    {
        while (_parents.Count <= element)
        {
            _parents.Add(_parents.Count);
        }

        while (_parents[element] != element)
        {
            _parents[element] = _parents[_parents[element]];
            element = _parents[element];
        }

        return element;
    }

    /// <summary>Joins two sets; false where they were one.</summary>
    public bool Union(int first, int second)
    {
        first = Find(first);
        second = Find(second);
        _parents[second] = first;
        return first != second;
    }
}
