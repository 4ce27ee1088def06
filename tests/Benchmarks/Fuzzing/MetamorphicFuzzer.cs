using Stemma.GraphQuery.Errors;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// Queries whose right result nobody knows, held against other queries that must agree with it. Ternary logic partitioning is that of Rigger and Su (Finding Bugs in Database Systems via Query
/// Partitioning, OOPSLA 2020).
/// </summary>
internal static class MetamorphicFuzzer
{
    /// <summary>A single node with a dozen loops has millions of walks of five steps.</summary>
    private const int FewestNodes = 4;

    /// <summary>Queries on one graph before the next is drawn.</summary>
    private const int QueriesPerGraph = 35;

    /// <summary>Runs it and gives finds.</summary>
    public static IEnumerable<string> Run(FuzzRun run, CancellationToken cancellationToken)
    {
        var random = new Random(run.Seed);
        var writer = new ReadQueryWriter(random);
        var runner = new QueryRunner();
        var graph = new RandomGraph(random, 0, 0);
        var (written, loaded) = (graph.Written(), graph.Loaded());
        var rows = 0L;
        for (var done = 0; done < run.Count && !cancellationToken.IsCancellationRequested; done++)
        {
            if (done % QueriesPerGraph == 0)
            {
                graph = new RandomGraph(random, random.Next(FewestNodes, 9), random.Next(0, 16));
                (written, loaded) = (graph.Written(), graph.Loaded());
            }

            var query = writer.Next();
            query = query with { Match = "MATCH (n0:A)-[r0]->(n1:A)", Predicate = "none(v0 IN [v1 IN [0, 1.5][1..2] WHERE v1 <> 1 | v1 + 1] WHERE v0 = 1)", Items = ["((n0.f - 1) * [1, 2, null][2])", "r0", "coalesce((r0.s + n1.s), 'z')"], Other = new[] { "n0.x = 1", "null", "n1:B", "EXISTS { (n0)-[:T]->(:B) }", "r0.b" }[done % 5], Aggregates = new[] { "count(*)", "sum(n0.f)", "max(n1.s)", "min(r0.x)", "count(DISTINCT n0.x)", "size(collect(n1.f))", "sum(coalesce(null, [0, 1.5][1]))" }[(done % 7)..(done % 7 + 1)] };
            if (done >= run.Skip && Check(new Relations(runner, written, loaded, query), ref rows) is { } find)
            {
                yield return $"query {done}: {find}\n{query.Match} WHERE {query.Predicate} RETURN {string.Join(", ", query.Items)}\nafter {graph.AsStatement()}";
            }

            run.Report(done + 1, $"{rows:N0} rows");
        }
    }

    private static string? Check(Relations relations, ref long rows)
    {
        try
        {
            var find = relations.FirstBroken();
            rows += relations.RowCount;
            return find;
        }
        catch (CypherException fault)
        {
            return $"{fault.Code}: {fault.Message}";
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            return $"{crash}";
        }
    }
}
