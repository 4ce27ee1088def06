using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphStoreTests.Embedded;

/// <summary>Feeds a reference graph to a loader.</summary>
internal static class ReferenceLoading
{
    /// <summary>Loads a graph whose numbers are then dense; the reference is renumbered in the same way.</summary>
    public static (ColumnGraph Graph, ReferenceGraph Reference) Load(ReferenceGraph source)
    {
        var loader = new ColumnGraphLoader();
        var reference = new ReferenceGraph();
        var numbers = Feed(source, loader);
        foreach (var (id, node) in source.Copy().Nodes)
        {
            reference.Nodes.Add(numbers[id], node);
        }

        foreach (var relationship in source.Copy().Relationships.Values)
        {
            reference.Relationships.Add(
                reference.Relationships.Count, relationship with { Start = numbers[relationship.Start], End = numbers[relationship.End] });
        }

        return (loader.Finish(), reference);
    }

    private static Dictionary<int, int> Feed(ReferenceGraph source, ColumnGraphLoader loader)
    {
        var numbers = source.Nodes.ToDictionary(
            n => n.Key, n => loader.AddNode([.. n.Value.Labels], n.Value.Properties.ToArray()));
        foreach (var relationship in source.Relationships.Values)
        {
            loader.AddRelationship(
                relationship.Type, numbers[relationship.Start], numbers[relationship.End], relationship.Properties.ToArray<KeyValuePair<string, GraphValue>>());
        }

        return numbers;
    }
}
