using Stemma.GraphBuilder.Cli;

namespace Stemma.GraphBuilder;

/// <summary>Entry point of the command line; <see cref="CommandLine"/> lists the commands.</summary>
public static class Program
{
    /// <summary>Runs one command and returns its <see cref="ExitCode"/>.</summary>
    public static Task<int> Main(string[] args) => new CommandLine(CommandConsole.OfProcess(), TimeProvider.System).RunAsync(args);
}
