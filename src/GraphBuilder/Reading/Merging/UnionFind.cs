namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>Disjoint sets of numbers; the root of a set is its smallest member (Tarjan 1975, with path halving).</summary>
internal sealed class UnionFind
{
    private readonly int[] _parents;

    /// <summary>Makes sets of one member each.</summary>
    public UnionFind(int count) => _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The smallest member of the set.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            member = _parents[member] = _parents[_parents[member]];
        }

        return member;
    }

    /// <summary>Makes one set of two; false where they were one.</summary>
    public bool Union(int first, int second)
    {
        (first, second) = (Find(first), Find(second));
        if (first == second)
        {
            return false;
        }

        _parents[Math.Max(first, second)] = Math.Min(first, second);
        return true;
    }
}
