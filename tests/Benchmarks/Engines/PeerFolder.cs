using Stemma.Testing;

namespace Stemma.Benchmarks.Engines;

/// <summary>The npm packages of the peers, installed by the first engine that needs them. Their native parts come with the packages: nothing is compiled or fetched elsewhere.</summary>
/// <param name="path">An ignored folder.</param>
internal sealed class PeerFolder(string path)
{
    private string? _reason;
    private bool _isInstalled;

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Null once the packages are there, else why they are not.</summary>
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

    /// <summary>Runs the package's own install step, which copies the part for this platform; only where that is there, since it would compile otherwise.</summary>
    private async Task<string?> PlaceNativePartAsync(string package, string part, string placed, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.Combine(path, "node_modules", package);
        return File.Exists(System.IO.Path.Combine(folder, placed)) ? null
            : File.Exists(System.IO.Path.Combine(folder, part)) ? await RunAsync(["node", $"node_modules/{package}/install.js"], cancellationToken)
            : $"{package} has no native part for this system";
    }

    private async Task<string?> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        // The install steps copy into the folder that they are started in.
        var folder = command[0] == "node" ? System.IO.Path.Combine(path, System.IO.Path.GetDirectoryName(command[1])!) : path;
        var (code, output) = await ChildProcess.RunAsync(folder, command[0] == "node" ? ["node", "install.js"] : command, cancellationToken);
        return code == 0 ? null : $"{string.Join(' ', command)} failed: {output.Trim().Split('\n')[^1]}";
    }
}
