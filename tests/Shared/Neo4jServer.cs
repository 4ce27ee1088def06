using System.Diagnostics;

namespace Stemma.Testing;

/// <summary>A real Neo4j server for the tests of one collection: started on free ports, stopped and removed at the end.</summary>
public sealed class Neo4jServer : IAsyncLifetime
{
    /// <summary>The password of the user neo4j.</summary>
    public const string Password = "paper-trail-7";

    private readonly string _home = Path.Combine(Path.GetTempPath(), $"stemma-neo4j-{Environment.ProcessId}");
    private string? _address;
    private string? _reason;

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _address is not null;

    /// <summary>Its HTTP address; skips the test if no server is available.</summary>
    public string Address
    {
        get
        {
            Assert.SkipWhen(_address is null, _reason ?? "the server did not start");
            return _address!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (SharedFolder.Find("neo4j", "neo4j") is not { } script)
        {
            _reason = "needs neo4j/neo4j in the folder named by STEMMA_SHARED (default ../shared)";
            return;
        }

        var (code, output) = await RunAsync(script, "start", _home, "--password", Password);
        _address = output.Split('\n').FirstOrDefault(line => line.StartsWith("http=", StringComparison.Ordinal))?["http=".Length..];
        _reason = $"the Neo4j server did not start (exit {code}): {output}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_address is not null)
        {
            await RunAsync(SharedFolder.Find("neo4j", "neo4j")!, "stop", _home);
        }

        if (Directory.Exists(_home))
        {
            Directory.Delete(_home, recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] command)
    {
        // The server inherits the pipes and would keep them open as long as it runs, so the output goes to a file.
        var log = Path.Combine(Path.GetTempPath(), $"stemma-neo4j-{Environment.ProcessId}.out");
        var line = string.Join(' ', command.Select(part => $"'{part}'"));
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"{line} > '{log}' 2>&1 < /dev/null"]))!;
        await process.WaitForExitAsync();
        var output = await File.ReadAllTextAsync(log);
        File.Delete(log);
        return (process.ExitCode, output);
    }
}
