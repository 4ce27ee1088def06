using Stemma.GraphModel.Graph;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// The relationships that start, or end, at each node, sorted by (type, relationship number): compressed sparse rows as loaded, and for each node
/// that was changed since a block of its own on top of them.
/// </summary>
internal sealed class Adjacency
{
    private readonly RelationshipTable _table;
    private readonly bool _outgoing;
    private readonly int[] _offsets;
    private readonly int[] _relationships;
    private readonly int[] _neighbours;
    private readonly Dictionary<int, Block> _changed = [];

    private Adjacency(RelationshipTable table, bool outgoing, int[] offsets, int[] relationships, int[] neighbours)
    {
        (_table, _outgoing) = (table, outgoing);
        (_offsets, _relationships, _neighbours) = (offsets, relationships, neighbours);
    }

    /// <summary>Sorts the relationships of a table, none of them deleted, in time linear in nodes and relationships.</summary>
    /// <param name="table">The relationships; asked again for the type of each one that a type is searched among.</param>
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
        foreach (var relationship in OrderByType(table))
        {
            var place = next[near[relationship]]++;
            relationships[place] = relationship;
            neighbours[place] = far[relationship];
        }

        return new Adjacency(table, outgoing, offsets, relationships, neighbours);
    }

    /// <summary>The relationships at a node; all types for −1.</summary>
    public AdjacencySpan At(int node, int type)
    {
        ReadOnlySpan<int> relationships;
        ReadOnlySpan<int> neighbours;
        if (_changed.Count > 0 && _changed.TryGetValue(node, out var block))
        {
            relationships = block.Relationships.Items;
            neighbours = block.Neighbours.Items;
        }
        else if (node < _offsets.Length - 1)
        {
            var (start, end) = (_offsets[node], _offsets[node + 1]);
            relationships = _relationships.AsSpan(start..end);
            neighbours = _neighbours.AsSpan(start..end);
        }
        else
        {
            return default;
        }

        if (type < 0)
        {
            return new AdjacencySpan(relationships, neighbours);
        }

        var from = FirstOfType(relationships, type, 0);
        var to = FirstOfType(relationships, type + 1, from);
        return new AdjacencySpan(relationships[from..to], neighbours[from..to]);
    }

    /// <summary>Enters a relationship of the table at its near node.</summary>
    public void Insert(int relationship)
    {
        var (near, far) = EndsOf(relationship);
        var block = ChangeableBlock(near);
        var place = PlaceOf(block.Relationships.Items, relationship);
        block.Relationships.Insert(place, relationship);
        block.Neighbours.Insert(place, far);
    }

    /// <summary>Takes a relationship of the table out at its near node.</summary>
    public void Remove(int relationship)
    {
        var block = ChangeableBlock(EndsOf(relationship).Near);
        var place = PlaceOf(block.Relationships.Items, relationship);
        block.Relationships.RemoveAt(place);
        block.Neighbours.RemoveAt(place);
    }

    /// <summary>Forgets what was changed at a node that no longer exists.</summary>
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

    /// <summary>Where a relationship stands, or would stand, in the order of type and number.</summary>
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
