using Stemma.Benchmarks.Engines;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQueryTests.Tck;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Neo4j;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>Compares the rows of <see cref="ReadQueryWriter"/>'s queries on the embedded engine and on a real Neo4j with the same graph.</summary>
internal static class Neo4jComparison
{
    private const int Nodes = 14;
    private const int Relationships = 30;

    private static readonly Dictionary<string, GraphValue> NoParameters = [];
    private static readonly QueryOptions Reading = QueryOptions.Reading with { MaxRows = null, Timeout = TimeSpan.FromMinutes(1) };
    private static readonly QueryOptions Writing = QueryOptions.Writing with { Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Runs it and returns the failures.</summary>
    public static IEnumerable<string> Run(FuzzRun run, CancellationToken cancellationToken)
    {
        var random = new Random(run.Seed);
        var graph = new RandomGraph(random, Nodes, Relationships);
        using var home = Neo4jHome.StartAsync(cancellationToken).GetAwaiter().GetResult();
        var server = Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(home.Http), TimeProvider.System, cancellationToken).GetAwaiter().GetResult();
        server.ReadAllAsync(graph.AsStatement(), NoParameters, Writing, cancellationToken).GetAwaiter().GetResult();
        var embedded = EmbeddedGraphDatabase.Over(graph.Written(), TimeProvider.System);
        var writer = new ReadQueryWriter(random);
        var (rows, refused) = (0L, 0);
        for (var done = 1; done <= run.Count && !cancellationToken.IsCancellationRequested; done++)
        {
            var query = Compose(writer.Next(), done);
            if (done <= run.Skip)
            {
                continue;
            }

            var (left, right) = (Outcome(embedded, query), Outcome(server, query));
            rows += left.Count;
            if (IsStaticRefusal(right))
            {
                refused++;
            }
            else if (!left.SequenceEqual(right))
            {
                yield return $"query {done}: {Describe(left, right)}\n{query}\nafter {graph.AsStatement()}";
            }

            run.Report(done, $"{rows:N0} rows, {refused:N0} queries that Neo4j refuses for its types");
        }
    }

    /// <summary>Combines the parts in one of four forms, in turn.</summary>
    private static string Compose(ReadQuery query, int turn)
    {
        var items = string.Join(", ", query.Items.Select((item, i) => $"{item} AS c{i}"));
        var columns = string.Join(", ", query.Items.Select((_, i) => $"c{i}"));
        var kept = $"{query.Match} WITH * WHERE {query.Predicate} RETURN";
        return (turn % 4) switch
        {
            0 => $"{kept} {items}",
            1 => $"{kept} DISTINCT {items}",
            2 => $"{kept} {query.Items[0]} AS c, {string.Join(", ", query.Aggregates.Select((item, i) => $"{item} AS a{i}"))}",
            _ => $"{kept} {items} ORDER BY {columns} SKIP 1 LIMIT 5",
        };
    }

    /// <summary>The sorted rows, or the error.</summary>
    private static List<string> Outcome(IGraphDatabase database, string query)
    {
        try
        {
            var rows = database.ReadAllAsync(query, NoParameters, Reading, CancellationToken.None).GetAwaiter().GetResult().Rows;
            return [.. rows.Select(row => CanonicalText.Of(row, ignoresListOrder: false)).Order(StringComparer.Ordinal)];
        }
        catch (QueryException fault)
        {
            return [$"fault {fault.Code}: {fault.Message}"];
        }
    }

    /// <summary>
    /// Neo4j infers types of list expressions before running them, and rejects some that would run: it takes <c>[1.5] + [n.x]</c> for a list of lists. Stemma rejects
    /// only what cannot be correct.
    /// </summary>
    private static bool IsStaticRefusal(List<string> outcome) =>
        outcome is [var only] && only.StartsWith("fault Neo.ClientError.Statement.SyntaxError: Type mismatch", StringComparison.Ordinal);

    private static string Describe(List<string> left, List<string> right) =>
        $"{left.Count} rows and {right.Count} on Neo4j: {left.Except(right).FirstOrDefault() ?? "(the same, not as often)"} and {right.Except(left).FirstOrDefault() ?? "(the same, not as often)"}";
}
