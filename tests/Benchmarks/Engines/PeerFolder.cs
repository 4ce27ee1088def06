using Stemma.Testing;

namespace Stemma.Benchmarks.Engines;

/// <summary>
/// The npm packages of the peers, installed by the first engine that needs them. The packages include their native parts: nothing is compiled, or fetched from elsewhere.
/// </summary>
/// <param name="path">A folder that version control ignores.</param>
internal sealed class PeerFolder(string path)
{
    private string? _reason;
    private bool _isInstalled;

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Installs the packages; returns null, or why they are unavailable.</summary>
    public async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        if (_isInstalled)
        {
            return _reason;
        }

        _isInstalled = true;
        Directory.CreateDirectory(path);
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Repository.Root, "tests", "Benchmarks", "Engines", "Peers")))
        {
            File.Copy(file, System.IO.Path.Combine(path, System.IO.Path.GetFileName(file)), overwrite: true);
        }

        try
        {
            _reason = await RunAsync(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cancellationToken)
                ?? await PlaceNativePartAsync("kuzu", "prebuilt/kuzujs-linux-x64.node", "kuzujs.node", cancellationToken)
                ?? await PlaceNativePartAsync("@ladybugdb/core", "../core-linux-x64/lbugjs.node", "lbugjs.node", cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _reason = "needs bash, node and npm";
        }

        return _reason;
    }

    /// <summary>
    /// Runs the package's own install step, which copies the native part for this platform; only if that part is present, because otherwise the step would compile it.
    /// </summary>
    private async Task<string?> PlaceNativePartAsync(string package, string part, string placed, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.Combine(path, "node_modules", package);
        return File.Exists(System.IO.Path.Combine(folder, placed)) ? null
            : File.Exists(System.IO.Path.Combine(folder, part)) ? await RunAsync(["node", $"node_modules/{package}/install.js"], cancellationToken)
            : $"{package} has no native part for this system";
    }

    private async Task<string?> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        // The install steps copy into their working directory.
        var folder = command[0] == "node" ? System.IO.Path.Combine(path, System.IO.Path.GetDirectoryName(command[1])!) : path;
        var (code, output) = await ChildProcess.RunAsync(folder, command[0] == "node" ? ["node", "install.js"] : command, cancellationToken);
        return code == 0 ? null : $"{string.Join(' ', command)} failed: {output.Trim().Split('\n')[^1]}";
    }
}
