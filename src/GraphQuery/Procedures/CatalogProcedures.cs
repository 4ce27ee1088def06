using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Procedures;

/// <summary>The engine's own catalog: its functions and procedures, and what clients request on connecting.</summary>
/// <param name="procedures">Further procedures to list.</param>
internal sealed class CatalogProcedures(ProcedureCatalog procedures)
{
    private const string GraphName = "stemma";
    private const string Aggregating = "Aggregating";

    /// <summary>All of them.</summary>
    public IEnumerable<IProcedure> All =>
    [
        Procedure.Listing("SHOW FUNCTIONS", ["name STRING", "category STRING", "description STRING", "signature STRING", "aggregating BOOLEAN", "isBuiltIn BOOLEAN"], _ => Functions()),
        Procedure.Listing("SHOW PROCEDURES", ["name STRING", "description STRING", "mode STRING", "worksOnSystem BOOLEAN", "signature STRING"], _ => Procedures()),
        Procedure.Listing("SHOW CONSTRAINTS", ["id INTEGER", "name STRING", "type STRING", "entityType STRING", "labelsOrTypes LIST", "properties LIST", "ownedIndex STRING", "propertyType STRING"], _ => []),
        Procedure.Listing("SHOW TRANSACTIONS", ["database STRING", "transactionId STRING", "currentQueryId STRING", "currentQuery STRING", "status STRING", "elapsedTime ANY"], _ => []),
        Procedure.Listing(
            "SHOW DATABASES",
            ["name STRING", "type STRING", "aliases LIST", "access STRING", "address STRING", "role STRING", "writer BOOLEAN", "requestedStatus STRING", "currentStatus STRING", "statusMessage STRING", "default BOOLEAN", "home BOOLEAN", "constituents LIST"],
            _ => [[Text(GraphName), Text("standard"), Empty, Text("read-write"), Text(""), Text("primary"), GraphValue.True, Text("online"), Text("online"), Text(""), GraphValue.True, GraphValue.True, Empty]]),
        Procedure.Listing("dbms.components", ["name STRING", "versions LIST", "edition STRING"], _ => [[Text("Stemma"), GraphValue.FromStrings([Version]), Text("community")]]),
        Procedure.Listing("db.ping", ["success BOOLEAN"], _ => [[GraphValue.True]]),
        Procedure.Listing("db.info", ["id STRING", "name STRING", "creationDate STRING"], _ => [[Text(GraphName), Text(GraphName), GraphValue.Null]]),
    ];

    private static GraphValue Empty => GraphValue.From(Array.Empty<GraphValue>());

    private static string Version => typeof(CypherEngine).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private static GraphValue Text(string text) => GraphValue.From(text);

    private static IEnumerable<GraphValue[]> Functions()
    {
        var scalars = FunctionCatalog.All.Select(function => (function.Name, Category: FunctionCatalog.CategoryOf(function), Signature: function.ToString()));
        var aggregates = AggregateCatalog.All.Select(function => (
            function.Name, Category: Aggregating, Signature: $"{function.Name}({string.Join(", ", function.Parameters.Select(kinds => kinds.Describe()))}) :: {function.Returns.Describe()}"));
        return scalars.Concat(aggregates).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Select(function => (GraphValue[])
        [
            Text(function.Name), Text(function.Category), Text(function.Signature), Text(function.Signature), GraphValue.From(function.Category == Aggregating), GraphValue.True,
        ]);
    }

    private IEnumerable<GraphValue[]> Procedures() => procedures.All.Concat(All).Concat(SchemaProcedures.All)
        .Select(procedure => procedure.Signature)
        .Where(signature => !signature.Name.StartsWith("SHOW ", StringComparison.Ordinal))
        .OrderBy(signature => signature.Name, StringComparer.Ordinal)
        .Select(signature => (GraphValue[])[Text(signature.Name), Text(signature.ToString()), Text("READ"), GraphValue.False, Text(signature.ToString())]);
}
