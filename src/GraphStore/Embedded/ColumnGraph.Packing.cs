using Stemma.GraphStore.Embedded.Columns;
using Stemma.GraphStore.Embedded.Topology;

namespace Stemma.GraphStore.Embedded;

/// <content>Packing: writes the current graph, changes included, into new columns.</content>
public sealed partial class ColumnGraph
{
    /// <summary>
    /// The columns of the current graph, changes included. Numbers of deleted nodes and relationships are closed up and order is kept; columns whose values and numbers
    /// did not change are shared. The graph itself is not modified.
    /// </summary>
    internal GraphColumns Pack()
    {
        var nodes = Survivors(NodeCapacity, NodeCount, NodeExists);
        var relationships = Survivors(RelationshipCapacity, RelationshipCount, RelationshipExists);
        return new GraphColumns(
            GraphColumns.LabelNames(_labels.Names()),
            GraphColumns.TypeNames(_types.Names()),
            GraphColumns.KeyNames(_keys.Names()),
            PackNodes(nodes),
            PackRelationships(nodes, relationships),
            PackProperties(_nodeProperties, nodes, NodeCapacity),
            PackProperties(_relationshipProperties, relationships, RelationshipCapacity),
            IndexedKeys);
    }

    /// <summary>The new number by old number, −1 for deleted entities; null if no number changes.</summary>
    private static int[]? Survivors(int capacity, int count, Func<int, bool> exists)
    {
        if (count == capacity)
        {
            return null;
        }

        var numbers = new int[capacity];
        var next = 0;
        for (var old = 0; old < capacity; old++)
        {
            numbers[old] = exists(old) ? next++ : -1;
        }

        return numbers;
    }

    private static PropertyColumn?[] PackProperties(PropertyTable table, int[]? numbers, int capacity)
    {
        var columns = new PropertyColumn?[table.KeyCount];
        for (var key = 0; key < columns.Length; key++)
        {
            columns[key] = numbers is null && !table.IsChanged(key) ? table.LoadedColumn(key) : PackColumn(table, key, numbers, capacity);
        }

        return columns;
    }

    private static PropertyColumn? PackColumn(PropertyTable table, int key, int[]? numbers, int capacity)
    {
        var builder = new PropertyColumnBuilder();
        for (var entity = 0; entity < capacity; entity++)
        {
            var value = table.Read(entity, key);
            if (!value.IsNull)
            {
                builder.Add(numbers is null ? entity : numbers[entity], value);
            }
        }

        return builder.Build();
    }

    private LabelTable PackNodes(int[]? numbers)
    {
        var sets = _nodes.SetNumbers.ToArray();
        return new LabelTable(_nodes.Sets, numbers is null ? sets : [.. sets.Where(set => set != LabelTable.NoNode)]);
    }

    private RelationshipTable PackRelationships(int[]? nodes, int[]? relationships)
    {
        var (types, starts, ends) = (_relationships.Types.ToArray(), _relationships.Starts.ToArray(), _relationships.Ends.ToArray());
        var kept = 0;
        for (var old = 0; old < types.Length; old++)
        {
            if (relationships is null || relationships[old] >= 0)
            {
                types[kept] = types[old];
                starts[kept] = nodes is null ? starts[old] : nodes[starts[old]];
                ends[kept] = nodes is null ? ends[old] : nodes[ends[old]];
                kept++;
            }
        }

        return new RelationshipTable(types[..kept], starts[..kept], ends[..kept]);
    }
}
