using System.Diagnostics;
using System.Text;

using Xunit;
namespace Stemma.GraphBuilderTests.Cli;

/// <summary>Runs the real program in a directory of its own.</summary>
internal sealed class StemmaProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "stemma.exe" : "stemma");

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("stemma-cli-").FullName;

    /// <summary>Runs a command to its end, with arguments as a shell would pass them.</summary>
    public async Task<Outcome> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await FinishAsync(process);
    }

    public Process Start(params string[] arguments) => Start(Program, arguments);

    /// <summary>
    /// Starts a command that can be interrupted: a shell starts background processes with interrupts ignored, and every child process inherits that, so it is reset if
    /// the system has the means.
    /// </summary>
    public Process StartInterruptible(params string[] arguments) =>
        OperatingSystem.IsLinux() ? Start("/usr/bin/env", ["--default-signal=INT", Program, .. arguments]) : Start(Program, arguments);

    private Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public static async Task<Outcome> FinishAsync(Process process)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var results = process.StandardOutput.ReadToEndAsync(cancellation);
        var messages = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new Outcome(process.ExitCode, await results, await messages);
    }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Directory, name), bytes);
        return name;
    }

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Directory, name));

    public bool Exists(string name) => File.Exists(Path.Combine(Directory, name));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    /// <summary>Outcome of a run.</summary>
    public sealed record Outcome(int Code, string Results, string Messages);
}
