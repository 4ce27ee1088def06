using System.Runtime.InteropServices;
using Stemma.GraphStore.Embedded.Columns;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// The labels of each node: each distinct set of labels has a number, each node the number of its set, each label the ascending list of its nodes.
/// A graph has a few dozen sets, so a node takes four bytes, and four more per label.
/// </summary>
internal sealed class LabelTable
{
    /// <summary>The set number of a deleted node.</summary>
    public const int NoNode = -1;

    private readonly GrowableArray<int> _setOfNode;
    private readonly List<int[]> _sets = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<GrowableArray<int>> _nodesOfLabel = [];

    /// <summary>Makes an empty table.</summary>
    public LabelTable()
    {
        _setOfNode = new GrowableArray<int>();
        SetNumber([]);
    }

    /// <summary>Adopts stored sets and set numbers. Throws <see cref="InvalidDataException"/> if a node has a set that does not exist.</summary>
    public LabelTable(IReadOnlyList<int[]> sets, int[] setOfNode)
    {
        foreach (var set in sets)
        {
            SetNumber(set);
        }

        _setOfNode = new GrowableArray<int>(setOfNode);
        for (var node = 0; node < setOfNode.Length; node++)
        {
            if ((uint)setOfNode[node] >= (uint)_sets.Count)
            {
                throw new InvalidDataException($"Node {node} has the label set {setOfNode[node]} of {_sets.Count}.");
            }

            foreach (var label in _sets[setOfNode[node]])
            {
                NodesOf(label).Add(node);
            }
        }

        NodeCount = setOfNode.Length;
    }

    /// <summary>One more than the highest node number.</summary>
    public int Capacity => _setOfNode.Count;

    /// <summary>Number of nodes that exist.</summary>
    public int NodeCount { get; private set; }

    /// <summary>The distinct label sets by number, each ascending.</summary>
    public IReadOnlyList<int[]> Sets => _sets;

    /// <summary>Whether the node exists.</summary>
    public bool Exists(int node) => (uint)node < (uint)_setOfNode.Count && _setOfNode[node] != NoNode;

    /// <summary>The set number of each node, or <see cref="NoNode"/>.</summary>
    public ReadOnlySpan<int> SetNumbers => _setOfNode.Items;

    /// <summary>The labels of a node, ascending; none for a deleted node.</summary>
    public ReadOnlySpan<int> LabelsOf(int node)
    {
        var set = _setOfNode[node];
        return set == NoNode ? [] : _sets[set];
    }

    /// <summary>Whether the node carries the label.</summary>
    public bool HasLabel(int node, int label) => LabelsOf(node).Contains(label);

    /// <summary>The nodes that carry the label, ascending.</summary>
    public ReadOnlySpan<int> NodesWithLabel(int label) => (uint)label < (uint)_nodesOfLabel.Count ? _nodesOfLabel[label].Items : [];

    /// <summary>The number of a label set, which is added if it is new.</summary>
    /// <param name="labels">Ascending, distinct.</param>
    public int SetNumber(ReadOnlySpan<int> labels)
    {
        // The key is the bytes of the tokens, two characters per label, looked up without creating a string.
        var key = MemoryMarshal.Cast<int, char>(labels);
        var numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!numbers.TryGetValue(key, out var number))
        {
            number = numbers[key] = _sets.Count;
            _sets.Add(labels.ToArray());
        }

        return number;
    }

    /// <summary>Appends a node and returns its number.</summary>
    public int AddNode(int set)
    {
        _setOfNode.Add(NoNode);
        Assign(_setOfNode.Count - 1, set);
        return _setOfNode.Count - 1;
    }

    /// <summary>Removes the node with the highest number, to undo <see cref="AddNode"/>.</summary>
    public void RemoveLastNode()
    {
        Assign(_setOfNode.Count - 1, NoNode);
        _setOfNode.Truncate(_setOfNode.Count - 1);
    }

    /// <summary>Assigns another label set to a node, or <see cref="NoNode"/> to delete it; returns the previous set.</summary>
    public int Assign(int node, int set)
    {
        var before = _setOfNode[node];
        ReadOnlySpan<int> old = before == NoNode ? [] : _sets[before];
        ReadOnlySpan<int> now = set == NoNode ? [] : _sets[set];
        foreach (var label in old)
        {
            if (!now.Contains(label))
            {
                Remove(NodesOf(label), node);
            }
        }

        foreach (var label in now)
        {
            if (!old.Contains(label))
            {
                Insert(NodesOf(label), node);
            }
        }

        NodeCount += (set == NoNode ? 0 : 1) - (before == NoNode ? 0 : 1);
        _setOfNode[node] = set;
        return before;
    }

    private GrowableArray<int> NodesOf(int label)
    {
        while (_nodesOfLabel.Count <= label)
        {
            _nodesOfLabel.Add(new GrowableArray<int>());
        }

        return _nodesOfLabel[label];
    }

    private static void Insert(GrowableArray<int> nodes, int node)
    {
        var place = nodes.Count == 0 || nodes[nodes.Count - 1] < node ? ~nodes.Count : nodes.Items.BinarySearch(node);
        nodes.Insert(~place, node);
    }

    private static void Remove(GrowableArray<int> nodes, int node) => nodes.RemoveAt(nodes.Items.BinarySearch(node));
}
