using Stemma.GraphQuery.Errors;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// Compares queries whose correct result is unknown with other queries that must agree with them. Ternary logic partitioning is that of Rigger and Su (Finding Bugs in
/// Database Systems via Query Partitioning, OOPSLA 2020).
/// </summary>
internal static class MetamorphicFuzzer
{
    /// <summary>Minimum number of nodes: a single node with a dozen loops has millions of walks of five steps.</summary>
    private const int FewestNodes = 4;

    /// <summary>Number of queries on each random graph.</summary>
    private const int QueriesPerGraph = 35;

    /// <summary>Runs it and returns the failures.</summary>
    public static IEnumerable<string> Run(FuzzRun run, CancellationToken cancellationToken)
    {
        var random = new Random(run.Seed);
        var writer = new ReadQueryWriter(random);
        var runner = new QueryRunner();
        var graph = new RandomGraph(random, 0, 0);
        var (written, loaded) = (graph.Written(), graph.Loaded());
        var rows = 0L;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var done = 0; done < run.Count && !cancellationToken.IsCancellationRequested; done++)
        {
            if (done % QueriesPerGraph == 0)
            {
                graph = new RandomGraph(random, random.Next(FewestNodes, 9), random.Next(0, 16));
                (written, loaded) = (graph.Written(), graph.Loaded());
            }

            var query = writer.Next();
            texts.Add($"{query.Match} {query.Predicate}");
            if (done >= run.Skip && Check(new Relations(runner, written, loaded, query), ref rows) is { } find)
            {
                yield return $"query {done}: {find}\n{query.Match} WHERE {query.Predicate} RETURN {string.Join(", ", query.Items)}\nafter {graph.AsStatement()}";
            }

            run.Report(done + 1, $"{texts.Count:N0} different, {rows:N0} rows");
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
