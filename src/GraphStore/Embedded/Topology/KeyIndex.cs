using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// Finds nodes by the value of one property key, regardless of their labels: loaded nodes by binary search in an array sorted by (code of the value, node), nodes set
/// since in a hash table. Results may be outdated, so the caller must check each node.
/// </summary>
internal sealed class KeyIndex
{
    private readonly PropertyColumn? _column;
    private readonly int[] _sortedNodes;
    private readonly Dictionary<GraphValue, SortedSet<int>> _changed = [];

    /// <summary>Sorts the nodes of a loaded column, or starts empty if there is none.</summary>
    public KeyIndex(PropertyColumn? column)
    {
        _column = column;
        _sortedNodes = column is null ? [] : SortByCode(column);
    }

    /// <summary>Records that the value of a node has changed; either value may be the null value.</summary>
    public void Replace(int node, GraphValue before, GraphValue after)
    {
        if (!before.IsNull && _changed.TryGetValue(before, out var old) && old.Remove(node) && old.Count == 0)
        {
            _changed.Remove(before);
        }

        if (!after.IsNull)
        {
            if (!_changed.TryGetValue(after, out var nodes))
            {
                _changed.Add(after, nodes = []);
            }

            nodes.Add(node);
        }
    }

    /// <summary>Adds to <paramref name="found"/> the nodes that have, or had when loaded, exactly this value; a node may be added twice.</summary>
    public void Collect(GraphValue value, List<int> found)
    {
        if (_column is not null && _column.Values.TryFindCode(value, out var code))
        {
            for (var at = FirstAtLeast(code); at < _sortedNodes.Length && CodeOf(_sortedNodes[at]) == code; at++)
            {
                found.Add(_sortedNodes[at]);
            }
        }

        if (_changed.TryGetValue(value, out var nodes))
        {
            found.AddRange(nodes);
        }
    }

    private static int[] SortByCode(PropertyColumn column)
    {
        int[] nodes = [.. column.Presence.Entities()];
        if (column.Values is PooledValues pooled)
        {
            return SortByPoolNumber(nodes, pooled);
        }

        var keys = new (long Code, int Node)[nodes.Length];
        for (var slot = 0; slot < keys.Length; slot++)
        {
            keys[slot] = (column.Values.CodeAt(slot), nodes[slot]);
        }

        Array.Sort(keys, nodes);
        return nodes;
    }

    // Counting sort, because pool numbers are dense; it keeps the nodes of one number in order.
    private static int[] SortByPoolNumber(int[] nodes, PooledValues pooled)
    {
        var next = new int[pooled.Pool.Count + 1];
        for (var slot = 0; slot < nodes.Length; slot++)
        {
            next[pooled.CodeAt(slot) + 1]++;
        }

        for (var code = 1; code < next.Length; code++)
        {
            next[code] += next[code - 1];
        }

        var sorted = new int[nodes.Length];
        for (var slot = 0; slot < nodes.Length; slot++)
        {
            sorted[next[pooled.CodeAt(slot)]++] = nodes[slot];
        }

        return sorted;
    }

    private int FirstAtLeast(long code)
    {
        var (from, to) = (0, _sortedNodes.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (CodeOf(_sortedNodes[middle]) < code)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private long CodeOf(int node) => _column!.Values.CodeAt(_column.Presence.SlotOf(node));
}
