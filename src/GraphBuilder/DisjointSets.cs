namespace Stemma.GraphBuilder;

/// <summary>
/// Union-find over numbers from 0, grown on demand (Tarjan 1975, path halving). Which member represents a set is unspecified. Not thread-safe: <see cref="Find"/> writes too.
/// </summary>
internal sealed class DisjointSets
{
    private readonly List<int> _parents = [];

    /// <summary>The representative of an element's set.</summary>
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

    /// <summary>Joins two sets; false if they were the same.</summary>
    public bool Union(int first, int second)
    {
        first = Find(first);
        second = Find(second);
        _parents[second] = first;
        return first != second;
    }
}
