using System.Collections.Concurrent;

namespace Stemma.GraphStore.Embedded.Topology;

/// <summary>
/// Lists the relationships of a type, so that a query over all of them need not visit the nodes. Computed on first use, in time linear in all relationships and with
/// four bytes per relationship of the type, and recomputed when the graph has changed. Thread-safe.
/// </summary>
internal sealed class RelationshipsByType(RelationshipTable relationships)
{
    private readonly ConcurrentDictionary<int, Known> _known = new();

    /// <summary>The relationships of a type, ascending.</summary>
    /// <param name="type">Type token.</param>
    /// <param name="version">Version of the graph; results for another version are recomputed.</param>
    public ReadOnlyMemory<int> Of(int type, long version)
    {
        if (!_known.TryGetValue(type, out var known) || known.Version != version)
        {
            _known[type] = known = new Known(version, Find(type));
        }

        return known.Relationships;
    }

    private int[] Find(int type)
    {
        var found = new int[relationships.CountOf(type)];
        var types = relationships.Types;
        for (int from = 0, count = 0; count < found.Length; from++)
        {
            from += types[from..].IndexOf((ushort)type);
            if (relationships.Exists(from))
            {
                found[count++] = from;
            }
        }

        return found;
    }

    private sealed record Known(long Version, int[] Relationships);
}
