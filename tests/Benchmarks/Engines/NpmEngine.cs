using System.Diagnostics;

namespace Stemma.Benchmarks.Engines;

/// <summary>An embedded engine from npm, measured inside a Node process; see <c>Peers</c>.</summary>
/// <param name="name">Its column heading.</param>
/// <param name="package">npm package.</param>
/// <param name="script">The script that drives it.</param>
/// <param name="dialect">Key of its dialect.</param>
/// <param name="peers">The folder with <c>node_modules</c>.</param>
internal sealed class NpmEngine(string name, string package, string script, string dialect, PeerFolder peers) : IEngine
{
    public string Name => name;

    public string Dialect => dialect;

    public async Task<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        if (await peers.InstallAsync(cancellationToken) is { } reason)
        {
            return reason;
        }

        var (code, output) = await ChildProcess.RunAsync(peers.Path, ["node", "-e", $"require('{package}')"], cancellationToken);
        return code == 0 ? null : $"{package} does not load here: {output.Trim().Split('\n')[^1]}";
    }

    public async Task<EngineOutcome> RunAsync(EngineJob job, string folder, CancellationToken cancellationToken)
    {
        var (jobFile, outcomeFile) = (Path.Combine(folder, "job.json"), Path.Combine(folder, "outcome.json"));
        job.Write(jobFile);
        double? loadSeconds = null;
        if (!File.Exists(Path.Combine(job.Database, "loaded")))
        {
            var start = Stopwatch.GetTimestamp();
            await RunAsync([jobFile, outcomeFile, package, "load"], cancellationToken);
            loadSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await File.WriteAllTextAsync(Path.Combine(job.Database, "loaded"), "", cancellationToken);
        }

        await RunAsync([jobFile, outcomeFile, package], cancellationToken);
        return EngineOutcome.TryRead(outcomeFile) is { } outcome ? outcome with { LoadSeconds = loadSeconds } : throw new EngineFailedException("it left no outcome");
    }

    private async Task RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (code, output) = await ChildProcess.RunAsync(peers.Path, ["node", "--max-old-space-size=8192", script, .. arguments], cancellationToken);
        if (code != 0)
        {
            throw new EngineFailedException($"exit {code}: {output}");
        }
    }
}
