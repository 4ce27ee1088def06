using System.Diagnostics;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>
/// Starts a command that replaces a graph file, kills it (SIGKILL) at a random moment, and requires that the file opens with the last good graph or with the complete new
/// one. The moments range up to one and a quarter times the command's undisturbed duration, measured a few rounds before.
/// </summary>
/// <param name="program">Path of the command-line program.</param>
/// <param name="folder">An empty folder.</param>
/// <param name="random">Random numbers.</param>
internal sealed class KillRounds(string program, string folder, Random random)
{
    private const double Spread = 1.25;
    private const int RoundsBetweenLooks = 10;

    private string GraphPath => Path.Combine(folder, "graph.stemma");

    /// <summary>Kills <c>stemma build</c>, which alternates between two graphs at one path.</summary>
    /// <param name="papers">Two files of papers.</param>
    /// <param name="rounds">Number of rounds.</param>
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
    /// <param name="papers">Papers to build the graph from.</param>
    /// <param name="rounds">Number of rounds.</param>
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
                // The load of the machine varies, and with it the duration of the command.
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

    /// <summary>Kills the command after a delay; true if it finished first.</summary>
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
        // The output is discarded, because an unread pipe would block the command.
        var line = string.Join(' ', arguments.Prepend(program).Select(part => $"'{part}'"));
        return Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec {line} > /dev/null 2>&1"]) { WorkingDirectory = folder })!;
    }

    private string Checksum()
    {
        using var file = GraphFile.Open(GraphPath);
        return GraphChecksum.Of(file.LoadGraph(CancellationToken.None));
    }

    /// <summary>The round stored in all papers; if they differ, every value that occurs.</summary>
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

/// <summary>Outcome of the killed commands.</summary>
/// <param name="Rounds">Number of rounds.</param>
/// <param name="Finished">Finished before they could be killed.</param>
/// <param name="Kept">Were killed, and the graph was unchanged.</param>
/// <param name="Replaced">Were killed after the new graph was in place.</param>
internal sealed record KillReport(int Rounds, int Finished, int Kept, int Replaced);
