using System.Globalization;
using Stemma.Testing;

namespace Stemma.Benchmarks.Engines;

/// <summary>A private, running Neo4j server; stopped on disposal, and removed if it has no folder given by the caller.</summary>
internal sealed class Neo4jHome : IDisposable
{
    private readonly string _folder;
    private readonly bool _isKept;

    private Neo4jHome(string folder, bool isKept, string answer)
    {
        (_folder, _isKept) = (folder, isKept);
        Http = Line(answer, "http=");
        Process = int.Parse(Line(answer, "pid="), CultureInfo.InvariantCulture);
    }

    /// <summary>Its HTTP address.</summary>
    public string Http { get; }

    /// <summary>Its process id.</summary>
    public int Process { get; }

    /// <summary>Why it is unavailable, or null.</summary>
    public static string? Obstacle => Script is null ? "needs neo4j/neo4j in the folder named by STEMMA_SHARED (default ../shared)" : null;

    private static string? Script => SharedFolder.Find("neo4j", "neo4j");

    /// <summary>Starts an empty server. Throws <see cref="EngineFailedException"/> if it does not start.</summary>
    public static Task<Neo4jHome> StartAsync(CancellationToken cancellationToken) =>
        StartAsync(Directory.CreateTempSubdirectory("stemma-neo4j-").FullName, isKept: false, cancellationToken);

    /// <summary>Starts a server with its data in a folder.</summary>
    public static Task<Neo4jHome> StartAsync(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        StartAsync(folder, isKept: true, cancellationToken, arguments);

    /// <summary>Runs the bulk importer.</summary>
    public static Task ImportAsync(string folder, string[] arguments, CancellationToken cancellationToken) => RunAsync("import", folder, arguments, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        RunAsync("stop", _folder, [], CancellationToken.None).GetAwaiter().GetResult();
        if (!_isKept)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<Neo4jHome> StartAsync(string folder, bool isKept, CancellationToken cancellationToken, params string[] arguments) =>
        new(folder, isKept, await RunAsync("start", folder, arguments, cancellationToken));

    private static async Task<string> RunAsync(string command, string folder, string[] arguments, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var (code, output) = await ChildProcess.RunAsync(folder, [Script ?? throw new EngineFailedException(Obstacle!), command, folder, .. arguments], cancellationToken);
        return code == 0 ? output : throw new EngineFailedException($"neo4j {command}: exit {code}: {output}");
    }

    private static string Line(string output, string name) => output.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
