using System.CommandLine;
using System.Diagnostics;
using Stemma.Benchmarks.Engines;
using Stemma.GraphApiTests.Limits;
using Stemma.Testing;

namespace Stemma.Benchmarks.Hostile;

/// <summary>
/// <c>hostile GRAPH</c>: sends every <see cref="HostileStatement"/> to the real service, which serves a graph in a separate process, and polls its health every ten
/// milliseconds meanwhile. Exit code 1 if a statement is stopped by anything but a limit meant for it.
/// </summary>
internal static class HostileCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var graph = new Argument<FileInfo>("graph") { Description = "A graph file that stemma build made" };
        var command = new Command("hostile", "Sends hostile statements to the service while others ask for its health") { graph };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(graph).FullName, stop));
        return command;
    }

    private static async Task<int> RunAsync(string graph, CancellationToken cancellationToken)
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", "GraphApi", "release", "GraphApi");
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("Build the service first: dotnet build -c Release src/GraphApi");
            return 1;
        }

        using var service = Process.Start(new ProcessStartInfo(program, [graph, "--port", "5179"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            using var client = new ServiceClient(new Uri("http://127.0.0.1:5179"), service.Id);
            await client.WaitUntilReadyAsync(cancellationToken);
            Console.Out.WriteLine("| statement | stopped by | after, s | slowest of the pings, ms | pings | most memory, MB |\n|---|---|--:|--:|--:|--:|");
            var wrong = 0;
            foreach (var statement in HostileStatement.All)
            {
                ProcessMemory.ForgetPeak(service.Id);
                var outcome = await client.RunAsync(statement.Text, cancellationToken);
                wrong += IsRight(statement, outcome.Code) ? 0 : 1;
                Console.Out.WriteLine(
                    $"| {statement.Name} | {outcome.Code} | {outcome.Seconds:0.00} | {outcome.SlowestPingMs:0.0} | {outcome.Pings} | {ProcessMemory.PeakMb(service.Id):N0} |");
            }

            return wrong == 0 ? 0 : 1;
        }
        finally
        {
            service.Kill();
        }
    }

    /// <summary>Either the time limit or the memory limit is right, because which one is reached first depends on the machine and the graph.</summary>
    private static bool IsRight(HostileStatement statement, string code) =>
        code.StartsWith(statement.Code, StringComparison.Ordinal)
        || (statement.StoppedBy != HostileStop.Text && (code.StartsWith("TimeoutError.", StringComparison.Ordinal) || code.StartsWith("MemoryLimitError.", StringComparison.Ordinal)));
}
