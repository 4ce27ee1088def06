using System.Text;
using System.Text.Json;
using Stemma.Benchmarks.Engines;
using Stemma.GraphAnalysis;
using Stemma.Testing;

namespace Stemma.Benchmarks.Algorithms;

/// <summary>igraph through its Python interface, as packaged by Debian.</summary>
internal static class IgraphPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Installs it if it is missing and installing is permitted; returns null, or why it is unavailable.</summary>
    public static async Task<string?> InstallAsync(string work, CancellationToken cancellationToken)
    {
        string[] probe = [Python, "-c", "import igraph"];
        if (!File.Exists(Python))
        {
            return "needs /usr/bin/python3";
        }

        if ((await ChildProcess.RunAsync(work, probe, cancellationToken)).Code != 0)
        {
            await ChildProcess.RunAsync(work, ["apt-get", "update", "-q"], cancellationToken);
            await ChildProcess.RunAsync(work, ["apt-get", "install", "-y", "-q", "--no-install-recommends", "python3-igraph"], cancellationToken);
        }

        return (await ChildProcess.RunAsync(work, probe, cancellationToken)).Code == 0 ? null : "needs Debian's python3-igraph, and the right to install it";
    }

    /// <summary>Runs the algorithms on a graph.</summary>
    public static async Task<IgraphOutcome> RunAsync(CsrGraph graph, string work, CancellationToken cancellationToken)
    {
        var (arcs, outcome) = (Path.Combine(work, "arcs.txt"), Path.Combine(work, "outcome.json"));
        var text = new StringBuilder().Append(graph.VertexCount).Append('\n');
        for (var arc = 0; arc < graph.ArcCount; arc++)
        {
            text.Append(graph.SourceOf(arc)).Append(' ').Append(graph.TargetOf(arc)).Append('\n');
        }

        await File.WriteAllTextAsync(arcs, text.ToString(), cancellationToken);
        var script = Path.Combine(Repository.Root, "tests", "Benchmarks", "Algorithms", "igraph_peer.py");
        var (code, output) = await ChildProcess.RunAsync(work, [Python, script, arcs, outcome, AlgorithmTimes.Runs.ToString()], cancellationToken);
        return code == 0
            ? JsonSerializer.Deserialize<IgraphOutcome>(await File.ReadAllTextAsync(outcome, cancellationToken), EngineJob.Json)!
            : throw new EngineFailedException($"igraph: exit {code}: {output}");
    }
}

/// <summary>igraph's results.</summary>
/// <param name="Version">Its version.</param>
/// <param name="PeakMb">Peak memory of its process in MB, including the interpreter's lists of arcs.</param>
/// <param name="Milliseconds">Median by algorithm.</param>
/// <param name="Ranks">PageRank by vertex.</param>
/// <param name="Steps">For each source, the distance in arcs to every vertex, −1 if unreachable.</param>
/// <param name="Components">Component by vertex.</param>
/// <param name="Communities">Community by vertex.</param>
internal sealed record IgraphOutcome(
    string Version, double PeakMb, IReadOnlyDictionary<string, double> Milliseconds, double[] Ranks, int[][] Steps, int[] Components, int[] Communities);
