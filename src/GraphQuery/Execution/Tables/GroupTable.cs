using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Execution.Tables;

/// <summary>
/// Numbers groups of rows by their keys, in order of first occurrence. The values of each key are numbered separately; a group of several keys is a pair of
/// the group of the preceding keys and the number of the last one.
/// </summary>
internal sealed class GroupTable(KeyNumbers[] keys, Holding holding)
{
    private readonly NumberTable[] _pairs = [.. keys.Skip(1).Select(_ => new NumberTable())];
    private readonly int[] _numbers = new int[keys.Length];

    /// <summary>For several keys, the numbers of each group's key values.</summary>
    private readonly LentList<int> _parts = new();

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>The group of the current row; returns true if it is new.</summary>
    public bool TryAdd(RunContext context, out int group)
    {
        var isNew = keys.Length == 0 ? Count == 0 : keys[0].TryAdd(context, out _numbers[0]);
        group = keys.Length == 0 ? 0 : _numbers[0];
        for (var i = 1; i < keys.Length; i++)
        {
            keys[i].TryAdd(context, out _numbers[i]);
            isNew = _pairs[i - 1].TryAdd(((long)group << 32) | (uint)_numbers[i], _pairs[i - 1].Count, out group);
        }

        if (isNew)
        {
            Note(context);
        }

        return isNew;
    }

    /// <summary>Whether the only key is a property of the node in a slot, so that nodes can be numbered in batches.</summary>
    public bool TakesNodesOf(int nodeSlot) => keys is [var key] && key.IsPropertyOf(nodeSlot);

    /// <summary>Numbers the groups of a batch of nodes; calls <paramref name="start"/> for the first node of each new group.</summary>
    public void AddNodes(RunContext context, ReadOnlySpan<int> nodes, Span<int> groups, Action<RunContext, int> start)
    {
        keys[0].Read(nodes);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (keys[0].TryAddRead(context, i, nodes[i], out groups[i]))
            {
                Count++;
                start(context, nodes[i]);
            }
        }
    }

    /// <summary>The value of a key in a group.</summary>
    public GraphValue KeyOf(RunContext context, int group, int key) =>
        keys[key].ValueOf(context, keys.Length == 1 ? group : _parts[(group * keys.Length) + key]);

    /// <summary>Removes all groups.</summary>
    public void Clear()
    {
        foreach (var key in keys)
        {
            key.Clear();
        }

        foreach (var pairs in _pairs)
        {
            pairs.Clear();
        }

        _parts.Clear();
        Count = 0;
    }

    private void Note(RunContext context)
    {
        Count++;
        if (keys.Length > 1)
        {
            _parts.AddRange(_numbers);
            holding.Add(context, (NumberTable.BytesAnEntry * _pairs.Length) + (4 * keys.Length));
        }
    }
}
