using System.Runtime.InteropServices;
using Stemma.GraphBuilder.Cli;

namespace Stemma.GraphBuilder;

/// <summary>Entry point of the command line; <see cref="CommandLine"/> lists the commands.</summary>
public static class Program
{
    /// <summary>SIGXFSZ as Linux numbers it.</summary>
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    /// <summary>Runs one command and returns its <see cref="ExitCode"/>.</summary>
    public static async Task<int> Main(string[] args)
    {
        // Past a limit on file sizes (ulimit -f) Linux ends a process before it can say a word; where the signal is taken, the write fails as on a full disk.
        using var fileSize = OperatingSystem.IsLinux() ? PosixSignalRegistration.Create(FileSizeExceeded, context => context.Cancel = true) : null;
        return await new CommandLine(CommandConsole.OfProcess(), TimeProvider.System).RunAsync(args);
    }
}
