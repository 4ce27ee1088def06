using System.Diagnostics;

namespace Stemma.Benchmarks.Engines;

/// <summary>Runs a program to its end, with its output in a file.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it and returns its exit code and output; on cancellation kills it and its child processes.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string folder, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        // A server left running by the program inherits its pipes and would keep them open, so the output goes to a file.
        var log = Path.Combine(folder, $"{Path.GetFileName(command[0])}-{Environment.ProcessId}.log");
        var line = string.Join(' ', command.Select(part => $"'{part.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"{line} > '{log}' 2>&1 < /dev/null"]) { WorkingDirectory = folder })!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var output = await File.ReadAllTextAsync(log, cancellationToken);
        File.Delete(log);
        return (process.ExitCode, output);
    }
}
