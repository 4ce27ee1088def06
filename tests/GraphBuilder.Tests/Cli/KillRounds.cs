using System.Diagnostics;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>
/// Starts a command that replaces a graph file, kills it (SIGKILL) at a moment that chance picks, and requires that the file opens with the last good graph or with the new one, whole.
/// The moments spread over one and a quarter times what the command took undisturbed a few rounds before.
/// </summary>
/// <param name="program">The command line.</param>
/// <param name="folder">An empty folder.</param>
/// <param name="random">Chance.</param>
internal sealed class KillRounds(string program, string folder, Random random)
{
    private const double Spread = 1.25;
    private const int RoundsBetweenLooks = 10;

    private string GraphPath => Path.Combine(folder, "graph.stemma");

    /// <summary>Kills <c>stemma build</c>, which makes one of two graphs by turns over the other.</summary>
    /// <param name="papers">Files of papers, two.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="cancellationToken">Stops between rounds.</param>
    public async Task<KillReport> BuildAsync(IReadOnlyList<string> papers, int rounds, CancellationToken cancellationToken)
    {
        var checksums = new List<string>();
        var usual = TimeSpan.Zero;
        foreach (var file in papers)
        {
            usual = await FinishAsync(cancellationToken, "build", file, "-o", GraphPath);
            checksums.Add(Checksum());
        }

        return await RunAsync(rounds, usual, round => (["build", papers[round % 2], "-o", GraphPath], checksums[round % 2]), Checksum, cancellationToken);
    }

    /// <summary>Kills <c>stemma query --write</c>, which sets a property of every paper to the number of the round.</summary>
    /// <param name="papers">What to build the graph of.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="cancellationToken">Stops between rounds.</param>
    public async Task<KillReport> WriteAsync(string papers, int rounds, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken, "build", papers, "-o", GraphPath);
        var usual = await FinishAsync(cancellationToken, "query", GraphPath, Setting(-1), "--write");
        return await RunAsync(rounds, usual, round => (["query", GraphPath, Setting(round), "--write"], $"{round}"), Marks, cancellationToken);

        static string Setting(int round) => $"MATCH (p:Paper) SET p.round = {round}";
    }

    private async Task<KillReport> RunAsync(
        int rounds, TimeSpan usual, Func<int, (string[] Arguments, string State)> next, Func<string> read, CancellationToken cancellationToken)
    {
        var (report, last) = (new KillReport(rounds, 0, 0, 0), read());
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (round % RoundsBetweenLooks == 0)
            {
                // What else the machine does changes, and with it the time that the command takes.
                usual = await FinishAsync(cancellationToken, next(round + 1).Arguments);
                last = read();
            }

            var (arguments, wanted) = next(round);
            var finished = await KillAsync(arguments, usual * (random.NextDouble() * Spread), cancellationToken);
            var found = read();
            if (found != wanted && (finished || found != last))
            {
                throw new InvalidOperationException($"Round {round}: the graph is {found}; it was {last} and was to become {wanted}{(finished ? ", which the command said it had done" : "")}.");
            }

            report = finished ? report with { Finished = report.Finished + 1 } : found == last ? report with { Kept = report.Kept + 1 } : report with { Replaced = report.Replaced + 1 };
            last = found;
        }

        await FinishAsync(cancellationToken, next(rounds).Arguments);
        var left = Directory.GetFiles(folder, "graph.stemma*").Select(Path.GetFileName).ToArray();
        return left is ["graph.stemma"] ? report : throw new InvalidOperationException($"After an undisturbed run there are {string.Join(", ", left)}.");
    }

    /// <summary>Whether the command came to its end before it could be killed.</summary>
    private async Task<bool> KillAsync(string[] arguments, TimeSpan after, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        var ended = process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(ended, Task.Delay(after, cancellationToken));
        process.Kill();
        await ended;
        return process.ExitCode == 0;
    }

    private async Task<TimeSpan> FinishAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start(arguments);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start) : throw new InvalidOperationException($"stemma {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private Process Start(string[] arguments)
    {
        // What it writes goes nowhere: a pipe that nobody reads would block it.
        var line = string.Join(' ', arguments.Prepend(program).Select(part => $"'{part}'"));
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {line} > /dev/null 2>&1"]) { WorkingDirectory = folder })!;
    }

    private string Checksum()
    {
        using var file = GraphFile.Open(GraphPath);
        return GraphChecksum.Of(file.LoadGraph(CancellationToken.None));
    }

    /// <summary>The round that all papers carry; each one that occurs where they do not agree.</summary>
    private string Marks()
    {
        using var file = GraphFile.Open(GraphPath);
        var graph = file.LoadGraph(CancellationToken.None);
        var (paper, round) = (graph.Labels.Find("Paper"), graph.PropertyKeys.Find("round"));
        return string.Join(", ", Enumerable.Range(0, graph.NodeCapacity)
            .Where(node => graph.HasLabel(node, paper))
            .Select(node => graph.NodeProperty(node, round) is { IsInteger: true } value ? $"{value.AsInteger()}" : "none")
            .Distinct());
    }
}

/// <summary>What became of the killed commands.</summary>
/// <param name="Rounds">How many there were.</param>
/// <param name="Finished">Came to their end before they could be killed.</param>
/// <param name="Kept">Were killed and left the graph as it was.</param>
/// <param name="Replaced">Were killed after the new graph was in place.</param>
internal sealed record KillReport(int Rounds, int Finished, int Kept, int Replaced);
