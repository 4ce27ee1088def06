using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>One scenario's graph in memory, and the engine that queries it.</summary>
internal class TckDatabase : ITckDatabase
{
    private static readonly QueryOptions Writing = new() { Access = AccessMode.Write, MaxRows = null, Timeout = null };
    private static readonly QueryOptions Reading = Writing with { Access = AccessMode.Read };

    /// <summary>The graph.</summary>
    public ColumnGraph Graph { get; protected set; } = new();

    public bool TakesProcedures => true;

    public TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, bool isReadOnly, CancellationToken cancellationToken)
    {
        var run = new CypherEngine(procedures, TimeProvider.System).Start(Graph, query, parameters, isReadOnly ? Reading : Writing, cancellationToken);
        return new TckOutcome(run.Columns, [.. run.Rows], null);
    }

    public GraphSnapshot Snapshot() => GraphSnapshot.Of(Graph);

    public virtual void Settle()
    {
    }
}

/// <summary>Loads the graph into columns before each query, which is how a graph looks that the builder made rather than queries.</summary>
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
