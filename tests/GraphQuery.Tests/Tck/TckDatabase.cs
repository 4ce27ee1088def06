using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The in-memory graph of a scenario, and the engine that queries it.</summary>
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
