using System.CommandLine;
using Stemma.GraphBuilderTests.Cli;
using Stemma.Testing;

namespace Stemma.Benchmarks.Kills;

/// <summary>
/// <c>kills</c>: kills <c>stemma build</c> and <c>stemma query --write</c> at random moments, and opens the graph after each. Exit code 1 at the first graph that does
/// not open or is neither the old one nor the new one.
/// </summary>
internal static class KillsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Kills of each command", DefaultValueFactory = _ => 500 };
        var seed = new Option<int>("--seed") { Description = "Where chance starts", DefaultValueFactory = _ => 1 };
        var only = new Option<string?>("--only") { Description = "build or query; both by default" };
        only.AcceptOnlyFromAmong("build", "query");
        var command = new Command("kills", "Kills builds and writing queries at random moments, and opens the graph after each") { rounds, seed, only };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(rounds), new Random(parsed.GetValue(seed)), parsed.GetValue(only), stop));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, Random random, string? only, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-kills-").FullName;
        try
        {
            var papers = File.ReadAllLines(Path.Combine(Repository.Root, "data", "sample", "papers.jsonl"));
            var (first, second) = (Path.Combine(folder, "first.jsonl"), Path.Combine(folder, "second.jsonl"));
            await File.WriteAllLinesAsync(first, papers.Take(papers.Length / 2), cancellationToken);
            await File.WriteAllLinesAsync(second, papers.Skip(papers.Length / 2), cancellationToken);
            var kills = new KillRounds(Path.Combine(AppContext.BaseDirectory, "stemma"), folder, random);
            if (only != "build")
            {
                Print("stemma query --write", await kills.WriteAsync(first, rounds, cancellationToken));
            }

            if (only != "query")
            {
                Print("stemma build", await kills.BuildAsync([first, second], rounds, cancellationToken));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string command, KillReport report) => Console.Out.WriteLine(
        $"{command}: {report.Rounds} of {report.Rounds} rounds left a good graph: {report.Kept} the old one, {report.Replaced} the new one, {report.Finished} were faster than the kill");
}
