using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Cli;

namespace Stemma.GraphBuilder;

/// <summary>Entry point of the command line; <see cref="CommandLine"/> lists the commands.</summary>
public static class Program
{
    /// <summary>The number of SIGXFSZ on Linux.</summary>
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    /// <summary>Runs one command and returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> Main(string[] args)
    {
        // Linux ends a process that exceeds the limit on file sizes (ulimit -f) before it can print an error; with a handler for the signal, the write fails as on a full disk.
        using var fileSize = OperatingSystem.IsLinux() ? PosixSignalRegistration.Create(FileSizeExceeded, context => context.Cancel = true) : null;
        return await new CommandLine(CommandConsole.OfProcess(), TimeProvider.System).RunAsync(args);
    }
}
