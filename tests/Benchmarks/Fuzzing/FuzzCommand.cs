using System.CommandLine;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// <c>fuzz parser|metamorphic|neo4j</c>: random texts and queries, with properties that each must satisfy. The same seed gives the same texts. Prints the first failures
/// (one by default) and exits with code 1 if there are any.
/// </summary>
internal static class FuzzCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create() => new("fuzz", "Feeds the engine texts that chance writes, and checks what must hold of every one")
    {
        Mode("parser", 10_000_000, "Damaged and invented texts: a query or a fault with a place, and what was read reads the same when printed", ParserFuzzer.Run),
        Mode("metamorphic", 100_000, "Queries whose results must agree with those of other queries on the same graph", MetamorphicFuzzer.Run),
        Mode("neo4j", 5_000, "Reading queries that must give the rows of a real Neo4j", Neo4jComparison.Run),
    };

    private static Command Mode(string name, int count, string description, Func<FuzzRun, CancellationToken, IEnumerable<string>> run)
    {
        var number = new Option<int>("--count") { Description = "How many", DefaultValueFactory = _ => count };
        var seed = new Option<int>("--seed") { Description = "Where chance starts", DefaultValueFactory = _ => 1 };
        var finds = new Option<int>("--finds") { Description = "Finds after which to stop", DefaultValueFactory = _ => 1 };
        var skip = new Option<int>("--skip") { Description = "How many to write but not to try, to come back to a find" };
        var command = new Command(name, description) { number, seed, finds, skip };
        command.SetAction((parsed, stop) =>
        {
            var found = 0;
            foreach (var find in run(new FuzzRun(parsed.GetValue(number), parsed.GetValue(seed), parsed.GetValue(skip)), stop).Take(parsed.GetValue(finds)))
            {
                Console.Out.WriteLine($"{find}\n");
                found++;
            }

            return Task.FromResult(found == 0 ? 0 : 1);
        });
        return command;
    }
}

/// <summary>Extent of a fuzzing run.</summary>
/// <param name="Count">Number of texts or queries.</param>
/// <param name="Seed">Seed of the random numbers.</param>
/// <param name="Skip">Number of them that are generated but not tested.</param>
internal sealed record FuzzRun(int Count, int Seed, int Skip)
{
    private const int Reports = 20;

    /// <summary>Reports progress, twenty times in all.</summary>
    public void Report(int done, string figures)
    {
        if (done % Math.Max(1, Count / Reports) == 0)
        {
            Console.Error.WriteLine($"{done:N0} of {Count:N0}: {figures}");
        }
    }
}
