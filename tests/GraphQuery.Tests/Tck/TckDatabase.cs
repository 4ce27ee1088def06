using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>One scenario's graph, and the engine that queries it.</summary>
internal sealed class TckDatabase
{
    private static readonly QueryOptions Writing = new() { Access = AccessMode.Write, MaxRows = null, Timeout = null };
    private static readonly QueryOptions Reading = Writing with { Access = AccessMode.Read };

    private ColumnGraph _graph = new();

    /// <summary>The graph.</summary>
    public IPropertyGraph Graph => _graph;

    /// <summary>Runs a statement to its end; throws <see cref="GraphQuery.Errors.CypherException"/> for a fault.</summary>
    public TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, bool isReadOnly, CancellationToken cancellationToken)
    {
        var run = new CypherEngine(procedures, TimeProvider.System).Start(_graph, query, parameters, isReadOnly ? Reading : Writing, cancellationToken);
        return new TckOutcome(run.Columns, [.. run.Rows], null);
    }

    /// <summary>Replaces the graph by its copy in columns, which is how a graph looks that was read from disk rather than written by queries.</summary>
    public void LoadColumns()
    {
        var loader = new ColumnGraphLoader();
        var numbers = new int[_graph.NodeCapacity];
        for (var node = 0; node < numbers.Length; node++)
        {
            if (_graph.NodeExists(node))
            {
                numbers[node] = loader.AddNode(EntityDetacher.LabelNames(_graph, node), [.. EntityDetacher.NodeProperties(_graph, node)]);
            }
        }

        for (var relationship = 0; relationship < _graph.RelationshipCapacity; relationship++)
        {
            if (_graph.RelationshipExists(relationship))
            {
                loader.AddRelationship(
                    _graph.RelationshipTypes.NameOf(_graph.TypeOf(relationship)),
                    numbers[_graph.StartOf(relationship)],
                    numbers[_graph.EndOf(relationship)],
                    [.. EntityDetacher.RelationshipProperties(_graph, relationship)]);
            }
        }

        _graph = loader.Finish();
    }
}
