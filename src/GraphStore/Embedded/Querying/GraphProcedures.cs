using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphStore.Embedded.FullText;

namespace Stemma.GraphStore.Embedded.Querying;

/// <summary>
/// The procedures of an embedded graph in addition to those of the engine, named and shaped as in Neo4j 5. Indexes exist as soon as the graph does, so
/// <c>db.awaitIndexes</c> returns at once.
/// </summary>
internal static class GraphProcedures
{
    /// <summary>Neo4j 5's name for an analyzer that behaves like <see cref="FullTextTable"/>.</summary>
    private const string Analyzer = "standard-no-stop-words";

    private const string AnalyzerDescription = "Words are runs of letters and digits, compared without regard to case; accents count, and no word is left out.";

    /// <summary>Creates the catalogue of these procedures.</summary>
    /// <param name="fullText">The full-text indexes of the graph that is queried.</param>
    /// <param name="indexedKeys">The keys that have an index in that graph.</param>
    public static ProcedureCatalog Over(Func<FullTextIndexes> fullText, Func<IReadOnlyList<string>> indexedKeys) => new(
        new Procedure(
            new ProcedureSignature(
                "db.index.fulltext.queryNodes",
                [new ProcedureField("indexName", "STRING"), new ProcedureField("queryString", "STRING"), new ProcedureField("options", "MAP", MayBeLeftOut: true)],
                [new ProcedureField("node", "NODE"), new ProcedureField("score", "FLOAT")]),
            (context, arguments) => SearchNodes(fullText(), context, arguments)),
        new Procedure(
            new ProcedureSignature("db.awaitIndexes", [new ProcedureField("timeOutSeconds", "INTEGER", MayBeLeftOut: true)], []),
            (_, _) => []),
        Procedure.Listing(
            "db.index.fulltext.listAvailableAnalyzers", ["analyzer STRING", "description STRING", "stopwords LIST"],
            _ => [[GraphValue.From(Analyzer), GraphValue.From(AnalyzerDescription), GraphValue.FromStrings([])]]),
        Procedure.Listing(
            "SHOW INDEXES",
            ["id INTEGER", "name STRING", "state STRING", "populationPercent FLOAT", "type STRING", "entityType STRING", "labelsOrTypes LIST", "properties LIST", "indexProvider STRING", "owningConstraint STRING"],
            _ => Indexes(indexedKeys())));

    private static IEnumerable<GraphValue[]> SearchNodes(FullTextIndexes indexes, ProcedureContext context, GraphValue[] arguments)
    {
        // The arguments are null if an OPTIONAL MATCH before the call found nothing.
        if (arguments[0].IsNull || arguments[1].IsNull)
        {
            yield break;
        }

        var (skip, limit) = (Option(arguments[2], "skip", 0), Option(arguments[2], "limit", int.MaxValue));
        RefuseOthers(arguments[2]);
        foreach (var hit in indexes.Search(arguments[0].AsString(), arguments[1].AsString(), context.CancellationToken).Skip(skip).Take(limit))
        {
            yield return [GraphValue.From(new NodeReference(hit.Node)), GraphValue.From(hit.Score)];
        }
    }

    private static int Option(GraphValue options, string name, int otherwise)
    {
        if (options.IsNull || !options.AsMap().TryGetValue(name, out var value))
        {
            return otherwise;
        }

        return value is { IsInteger: true } && value.AsInteger() >= 0
            ? (int)Math.Min(value.AsInteger(), int.MaxValue)
            : throw Refused($"The option '{name}' of a full-text search takes an integer that is not negative.");
    }

    private static void RefuseOthers(GraphValue options)
    {
        var other = options.IsNull ? null : options.AsMap().Keys.FirstOrDefault(name => name is not ("skip" or "limit"));
        if (other is not null)
        {
            throw Refused($"Unexpected option '{other}' of a full-text search, expected skip or limit: how words are told apart is fixed when a graph is built.");
        }
    }

    private static CypherException Refused(string message) => new(CypherErrorType.ArgumentError, CypherPhase.Runtime, "InvalidArgumentValue", message);

    /// <summary>One index per key, which covers every label, and the full-text indexes.</summary>
    private static IEnumerable<GraphValue[]> Indexes(IEnumerable<string> keys)
    {
        var byKey = keys.Select(key => (Name: key, Type: "RANGE", Labels: GraphValue.Null, Keys: (IReadOnlyList<string>)[key], Provider: "sorted codes"));
        var byText = FullTextDefinition.All.Select(index => (index.Name, Type: "FULLTEXT", Labels: GraphValue.FromStrings([index.Label]), index.Keys, Provider: "SQLite FTS5"));
        return byKey.Concat(byText).Select((index, i) => (GraphValue[])
        [
            GraphValue.From(i + 1L), GraphValue.From(index.Name), GraphValue.From("ONLINE"), GraphValue.From(100.0), GraphValue.From(index.Type), GraphValue.From("NODE"),
            index.Labels, GraphValue.FromStrings(index.Keys), GraphValue.From(index.Provider), GraphValue.Null,
        ]);
    }
}
