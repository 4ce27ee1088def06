using System.Collections.Concurrent;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// The labels that the nodes at one side of all relationships of a type have in common, so that a query over all of them need not test each node. Computed on first
/// use, in time linear in the relationships, and discarded when the graph changes. Thread-safe.
/// </summary>
internal sealed class EndLabels(LabelTable nodes, RelationshipTable relationships)
{
    private readonly ConcurrentDictionary<(int Type, bool AtEnd), Known> _known = new();

    /// <summary>Whether all relationships of a type end, or start, at nodes with a label. False for a type without relationships.</summary>
    /// <param name="type">Type token.</param>
    /// <param name="label">Label token.</param>
    /// <param name="atEnd">True for the nodes where they end.</param>
    /// <param name="version">Version of the graph; results for another version are recomputed.</param>
    public bool AllHave(int type, int label, bool atEnd, long version)
    {
        if (!_known.TryGetValue((type, atEnd), out var known) || known.Version != version)
        {
            _known[(type, atEnd)] = known = new Known(version, Find(type, atEnd));
        }

        return known.Labels.Contains(label);
    }

    private int[] Find(int type, bool atEnd)
    {
        // Nodes share few label sets: the sets that occur are marked, then intersected.
        var met = new bool[nodes.Sets.Count];
        var sets = nodes.SetNumbers;
        var types = relationships.Types;
        var ends = atEnd ? relationships.Ends : relationships.Starts;
        for (var relationship = 0; relationship < types.Length; relationship++)
        {
            if (types[relationship] == type && relationships.Exists(relationship))
            {
                met[sets[ends[relationship]]] = true;
            }
        }

        var common = nodes.Sets.Where((_, set) => met[set]).ToArray();
        return common.Length == 0 ? [] : common.Aggregate<IEnumerable<int>>((left, right) => left.Intersect(right)).ToArray();
    }

    private sealed record Known(long Version, int[] Labels);
}
