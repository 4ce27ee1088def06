using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>One scenario's graph, and the engine that queries it.</summary>
internal sealed class TckDatabase
{
    private static readonly QueryOptions Options = new() { Access = AccessMode.Write, MaxRows = null, Timeout = null };

    private readonly ColumnGraph _graph = new();

    /// <summary>The graph.</summary>
    public IPropertyGraph Graph => _graph;

    /// <summary>Runs a statement to its end; throws <see cref="GraphQuery.Errors.CypherException"/> for a fault.</summary>
    public TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, CancellationToken cancellationToken)
    {
        var run = new CypherEngine(procedures, TimeProvider.System).Start(_graph, query, parameters, Options, cancellationToken);
        return new TckOutcome(run.Columns, [.. run.Rows], null);
    }
}
