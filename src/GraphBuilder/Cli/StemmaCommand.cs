using System.CommandLine;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Base class of commands: the constructor declares arguments and options, help shows the examples, and exceptions are reported as sentences.</summary>
internal abstract class StemmaCommand : Command
{
    private readonly CommandContext _context;

    /// <summary>Creates a command.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="description">One sentence for help.</param>
    /// <param name="context">Streams, clock, common options.</param>
    protected StemmaCommand(string name, string description, CommandContext context)
        : base(name, description)
    {
        _context = context;
        SetAction((parsed, cancellationToken) => CommandFaults.RunAsync(
            () => RunAsync(parsed, cancellationToken), Console.Messages, parsed.GetValue(context.Verbose)));
    }

    /// <summary>Working command lines, shown by help below the options.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Where to write.</summary>
    protected CommandConsole Console => _context.Console;

    /// <summary>The time.</summary>
    protected TimeProvider Clock => _context.Clock;

    /// <summary>Runs the command and returns an <see cref="ExitCode"/>.</summary>
    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);
}
