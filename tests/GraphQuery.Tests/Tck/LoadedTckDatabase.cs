using Stemma.GraphQuery.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Loads the graph into columns before each query, the form of a graph made by the builder instead of by queries.</summary>
internal sealed class LoadedTckDatabase : TckDatabase
{
    public override void Settle()
    {
        var loader = new ColumnGraphLoader();
        var numbers = new int[Graph.NodeCapacity];
        for (var node = 0; node < numbers.Length; node++)
        {
            if (Graph.NodeExists(node))
            {
                numbers[node] = loader.AddNode(EntityDetacher.LabelNames(Graph, node), [.. EntityDetacher.NodeProperties(Graph, node)]);
            }
        }

        for (var relationship = 0; relationship < Graph.RelationshipCapacity; relationship++)
        {
            if (Graph.RelationshipExists(relationship))
            {
                AddRelationship(loader, Graph, relationship, numbers);
            }
        }

        Graph = loader.Finish();
    }

    private static void AddRelationship(ColumnGraphLoader loader, ColumnGraph graph, int relationship, int[] numbers) => loader.AddRelationship(
        graph.RelationshipTypes.NameOf(graph.TypeOf(relationship)),
        numbers[graph.StartOf(relationship)],
        numbers[graph.EndOf(relationship)],
        [.. EntityDetacher.RelationshipProperties(graph, relationship)]);
}
