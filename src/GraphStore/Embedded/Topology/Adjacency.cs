using Stemma.GraphModel.Graph;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// The relationships that start, or end, at each node, sorted by (type, relationship number): compressed sparse rows as loaded and, for each node
/// changed since, a block that replaces its row. Rows include the types, so that the relationships of a type are found without a lookup in the table.
/// </summary>
internal sealed class Adjacency
{
    private readonly RelationshipTable _table;
    private readonly bool _outgoing;
    private readonly int[] _offsets;
    private readonly int[] _relationships;
    private readonly int[] _neighbours;
    private readonly ushort[] _types;
    private readonly Dictionary<int, Block> _changed = [];

    private Adjacency(RelationshipTable table, bool outgoing, int[] offsets, int[] relationships, int[] neighbours, ushort[] types)
    {
        (_table, _outgoing) = (table, outgoing);
        (_offsets, _relationships, _neighbours, _types) = (offsets, relationships, neighbours, types);
    }

    /// <summary>Sorts the relationships of a table, none of them deleted, in time linear in nodes and relationships.</summary>
    /// <param name="table">The relationships; kept, to look up types and end points when nodes have changed.</param>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="outgoing">True for the relationships that start at a node, false for those that end there.</param>
    public static Adjacency Build(RelationshipTable table, int nodeCount, bool outgoing)
    {
        var near = outgoing ? table.Starts : table.Ends;
        var far = outgoing ? table.Ends : table.Starts;
        var offsets = new int[nodeCount + 1];
        foreach (var node in near)
        {
            offsets[node + 1]++;
        }

        for (var node = 0; node < nodeCount; node++)
        {
            offsets[node + 1] += offsets[node];
        }

        var next = offsets.AsSpan(0, nodeCount).ToArray();
        var relationships = new int[near.Length];
        var neighbours = new int[near.Length];
        var types = new ushort[near.Length];
        foreach (var relationship in OrderByType(table))
        {
            var place = next[near[relationship]]++;
            relationships[place] = relationship;
            neighbours[place] = far[relationship];
            types[place] = table.Types[relationship];
        }

        return new Adjacency(table, outgoing, offsets, relationships, neighbours, types);
    }

    /// <summary>The relationships at a node; all types for −1.</summary>
    public AdjacencySpan At(int node, int type)
    {
        if (_changed.Count > 0 && _changed.TryGetValue(node, out var block))
        {
            return AtBlock(block, type);
        }

        if (node >= _offsets.Length - 1)
        {
            return default;
        }

        var (start, end) = (_offsets[node], _offsets[node + 1]);
        if (type >= 0 && start < end)
        {
            (start, end) = OfType(start, end, type);
        }

        return new AdjacencySpan(_relationships.AsSpan(start, end - start), _neighbours.AsSpan(start, end - start));
    }

    /// <summary>Adds a relationship of the table at its near node.</summary>
    public void Insert(int relationship)
    {
        var (near, far) = EndsOf(relationship);
        var block = ChangeableBlock(near);
        var place = PlaceOf(block.Relationships.Items, relationship);
        block.Relationships.Insert(place, relationship);
        block.Neighbours.Insert(place, far);
    }

    /// <summary>Removes a relationship of the table at its near node.</summary>
    public void Remove(int relationship)
    {
        var block = ChangeableBlock(EndsOf(relationship).Near);
        var place = PlaceOf(block.Relationships.Items, relationship);
        block.Relationships.RemoveAt(place);
        block.Neighbours.RemoveAt(place);
    }

    /// <summary>Discards the changes at a node that no longer exists.</summary>
    public void DropNode(int node) => _changed.Remove(node);

    private static int[] OrderByType(RelationshipTable table)
    {
        var types = table.Types;
        var greatest = 0;
        foreach (var type in types)
        {
            greatest = Math.Max(greatest, type);
        }

        var next = new int[greatest + 2];
        foreach (var type in types)
        {
            next[type + 1]++;
        }

        for (var type = 1; type < next.Length; type++)
        {
            next[type] += next[type - 1];
        }

        var order = new int[types.Length];
        for (var relationship = 0; relationship < order.Length; relationship++)
        {
            order[next[types[relationship]]++] = relationship;
        }

        return order;
    }

    private (int Near, int Far) EndsOf(int relationship) => _outgoing
        ? (_table.Starts[relationship], _table.Ends[relationship])
        : (_table.Ends[relationship], _table.Starts[relationship]);

    private AdjacencySpan AtBlock(Block block, int type)
    {
        var relationships = block.Relationships.Items;
        var from = type < 0 ? 0 : FirstOfType(relationships, type, 0);
        var to = type < 0 ? relationships.Length : FirstOfType(relationships, type + 1, from);
        return new AdjacencySpan(relationships[from..to], block.Neighbours.Items[from..to]);
    }

    /// <summary>The range of a row with a given type. Most rows are short or have only one type.</summary>
    private (int Start, int End) OfType(int start, int end, int type)
    {
        var types = _types;
        if (types[start] == type && types[end - 1] == type)
        {
            return (start, end);
        }

        var from = FirstAtLeast(types, start, end, type);
        return (from, FirstAtLeast(types, from, end, type + 1));
    }

    private static int FirstAtLeast(ushort[] types, int from, int to, int type)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (types[middle] < type)
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

    private int FirstOfType(ReadOnlySpan<int> relationships, int type, int from)
    {
        var types = _table.Types;
        var to = relationships.Length;
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (types[relationships[middle]] < type)
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

    /// <summary>The index of a relationship, or its insertion point, in the order of type and number.</summary>
    private int PlaceOf(ReadOnlySpan<int> relationships, int relationship)
    {
        var type = _table.Types[relationship];
        var from = FirstOfType(relationships, type, 0);
        var place = relationships[from..FirstOfType(relationships, type + 1, from)].BinarySearch(relationship);
        return from + (place < 0 ? ~place : place);
    }

    private Block ChangeableBlock(int node)
    {
        if (!_changed.TryGetValue(node, out var block))
        {
            var loaded = At(node, -1);
            block = new Block(new GrowableArray<int>(loaded.Relationships.ToArray()), new GrowableArray<int>(loaded.Neighbours.ToArray()));
            _changed.Add(node, block);
        }

        return block;
    }

    private sealed record Block(GrowableArray<int> Relationships, GrowableArray<int> Neighbours);
}
