using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// Finds nodes by the value of one property key, whatever their labels: the loaded nodes in one array sorted by (code of the value, node) and searched by halving,
/// the nodes set since in a hash table. What it finds may no longer hold: the caller checks each node.
/// </summary>
internal sealed class KeyIndex
{
    private readonly PropertyColumn? _column;
    private readonly int[] _sortedNodes;
    private readonly Dictionary<GraphValue, SortedSet<int>> _changed = [];

    /// <summary>Sorts the nodes of a loaded column, or starts empty where there is none.</summary>
    public KeyIndex(PropertyColumn? column)
    {
        _column = column;
        _sortedNodes = column is null ? [] : [.. column.Presence.Entities()];
        if (column is not null)
        {
            // Entities ascend and the sort key holds the node, so equal codes stay in ascending order.
            var keys = new (long Code, int Node)[_sortedNodes.Length];
            for (var slot = 0; slot < keys.Length; slot++)
            {
                keys[slot] = (column.Values.CodeAt(slot), _sortedNodes[slot]);
            }

            Array.Sort(keys, _sortedNodes);
        }
    }

    /// <summary>Notes that a node changed its value; either may be the null value.</summary>
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

    /// <summary>Adds to <paramref name="found"/> the nodes that have, or had when loaded, exactly this value; a node may come twice.</summary>
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
