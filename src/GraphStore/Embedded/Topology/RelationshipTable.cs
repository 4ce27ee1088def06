using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>Type and end points of each relationship, ten bytes in all. A deleted relationship keeps them, so that a query can still return its type.</summary>
internal sealed class RelationshipTable
{
    /// <summary>Types are stored in two bytes.</summary>
    public const int TypeLimit = ushort.MaxValue + 1;

    private readonly GrowableArray<ushort> _types;
    private readonly GrowableArray<int> _starts;
    private readonly GrowableArray<int> _ends;
    private readonly GrowableArray<int> _countOfType = new();
    private readonly HashSet<int> _deleted = [];

    /// <summary>Adopts the arrays of stored relationships, which must have the same length.</summary>
    public RelationshipTable(ushort[] types, int[] starts, int[] ends)
    {
        _types = new GrowableArray<ushort>(types);
        _starts = new GrowableArray<int>(starts);
        _ends = new GrowableArray<int>(ends);
        foreach (var type in types)
        {
            ChangeCount(type, 1);
        }
    }

    /// <summary>One more than the highest relationship number.</summary>
    public int Capacity => _types.Count;

    /// <summary>Number of relationships that exist.</summary>
    public int Count => _types.Count - _deleted.Count;

    /// <summary>Type by relationship number, deleted ones included.</summary>
    public ReadOnlySpan<ushort> Types => _types.Items;

    /// <summary>Start node by relationship number.</summary>
    public ReadOnlySpan<int> Starts => _starts.Items;

    /// <summary>End node by relationship number.</summary>
    public ReadOnlySpan<int> Ends => _ends.Items;

    /// <summary>Whether the relationship exists.</summary>
    public bool Exists(int relationship) =>
        (uint)relationship < (uint)_types.Count && (_deleted.Count == 0 || !_deleted.Contains(relationship));

    /// <summary>Number of relationships of a type that exist.</summary>
    public int CountOf(int type) => (uint)type < (uint)_countOfType.Count ? _countOfType[type] : 0;

    /// <summary>Appends a relationship and returns its number.</summary>
    public int Add(int type, int start, int end)
    {
        _types.Add((ushort)type);
        _starts.Add(start);
        _ends.Add(end);
        ChangeCount(type, 1);
        return _types.Count - 1;
    }

    /// <summary>Removes the relationship with the highest number, to undo <see cref="Add"/>.</summary>
    public void RemoveLast()
    {
        var last = _types.Count - 1;
        ChangeCount(_types[last], -1);
        _types.Truncate(last);
        _starts.Truncate(last);
        _ends.Truncate(last);
    }

    /// <summary>Marks a relationship as deleted.</summary>
    public void Delete(int relationship)
    {
        _deleted.Add(relationship);
        ChangeCount(_types[relationship], -1);
    }

    /// <summary>Reverts <see cref="Delete"/>.</summary>
    public void Restore(int relationship)
    {
        _deleted.Remove(relationship);
        ChangeCount(_types[relationship], 1);
    }

    private void ChangeCount(int type, int change)
    {
        while (_countOfType.Count <= type)
        {
            _countOfType.Add(0);
        }

        _countOfType[type] += change;
    }
}
