using System.Reflection;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Top-level error handling of the command line: turns an exception into a sentence on standard error and an <see cref="ExitCode"/>.</summary>
public static class CommandFaults
{
    /// <summary>Runs a command.</summary>
    /// <param name="run">The command.</param>
    /// <param name="messages">Receives the sentence.</param>
    /// <param name="verbose">Whether the whole exception follows the sentence.</param>
    public static async Task<int> RunAsync(Func<Task<int>> run, TextWriter messages, bool verbose)
    {
        try
        {
            return await run();
        }
        catch (Exception fault)
        {
            return Report(Unwrap(fault), messages, verbose);
        }
    }

    // Parallel loops and reflection wrap exceptions.
    private static Exception Unwrap(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [var inner, ..] } => Unwrap(inner),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => fault,
    };

    private static int Report(Exception fault, TextWriter messages, bool verbose)
    {
        if (fault is OperationCanceledException)
        {
            messages.WriteLine("stopped; nothing was changed");
            return ExitCode.Cancelled;
        }

        messages.WriteLine(IsExpected(fault)
            ? $"stemma: {SentenceOf(fault)}"
            : $"stemma: this should not have happened: {fault.GetType().Name}: {fault.Message}{(verbose ? "" : " (--verbose says where)")}");
        if (verbose)
        {
            messages.WriteLine(fault);
        }

        return ExitCode.Failed;
    }

    /// <summary>Missing files are reported as everywhere else; the runtime's own message has the file name in the middle of a sentence.</summary>
    private static string SentenceOf(Exception fault) => fault switch
    {
        FileNotFoundException { FileName: { } file } => $"{file}: no such file",
        _ => fault.Message,
    };

    private static bool IsExpected(Exception fault) => fault is
        CommandException or InputFileException or BuildRefusedException or GraphFileException or GraphUnavailableException or QueryException
        or InvalidDataException or IOException or UnauthorizedAccessException;
}
