using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>A real Neo4j, accessed over HTTP; its graph is emptied for each scenario.</summary>
internal sealed class ServerTckDatabase : ITckDatabase
{
    private static readonly Dictionary<string, GraphValue> None = [];
    private static readonly QueryOptions Writing = QueryOptions.Writing with { MaxRows = null, Timeout = TimeSpan.FromSeconds(30) };

    private readonly Neo4jGraphDatabase _server;

    /// <summary>Empties the graph.</summary>
    public ServerTckDatabase(Neo4jGraphDatabase server)
    {
        _server = server;
        Ask("MATCH (n) DETACH DELETE n", None, Writing, CancellationToken.None);
    }

    public bool TakesProcedures => false;

    public TckOutcome Run(
        string query, IReadOnlyDictionary<string, GraphValue> parameters, ProcedureCatalog procedures, bool isReadOnly, CancellationToken cancellationToken)
    {
        var result = Ask(query, parameters, isReadOnly ? QueryOptions.Reading : Writing, cancellationToken);
        return new TckOutcome(result.Columns, result.Rows, null);
    }

    public GraphSnapshot Snapshot() => GraphSnapshot.Of(
        Ask("MATCH (n) RETURN n", None, Writing, CancellationToken.None).Rows.Select(row => row[0].AsNode()),
        Ask("MATCH ()-[r]->() RETURN r", None, Writing, CancellationToken.None).Rows.Select(row => row[0].AsRelationship()));

    public void Settle()
    {
    }

    // Synchronous, because the runner is.
    private QueryRows Ask(string query, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => _server.ReadAllAsync(query, parameters, options, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}
