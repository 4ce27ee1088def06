using System.CommandLine;
using System.CommandLine.Invocation;
using Stemma.GraphBuilder.Cli.Commands;

namespace Stemma.GraphBuilder.Cli;

/// <summary>The command line: one class per command, in the order in which help lists them.</summary>
/// <param name="console">Where commands write.</param>
/// <param name="clock">The time.</param>
public sealed class CommandLine(CommandConsole console, TimeProvider clock)
{
    // A cancelled build stops between two records within milliseconds; writing the file cannot be stopped for about a second.
    private static readonly TimeSpan StoppingTime = TimeSpan.FromSeconds(10);

    /// <summary>Parses and runs one command.</summary>
    public Task<int> RunAsync(IReadOnlyList<string> arguments) =>
        CommandFaults.RunAsync(() => ParseAndRunAsync(arguments), console.Messages, arguments.Contains("--verbose"));

    private async Task<int> ParseAndRunAsync(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Builds and asks knowledge graphs of papers, methods, datasets and benchmarks: who builds on what, and how do we know?");
        var verbose = new Option<bool>("--verbose") { Description = "Print details of an error", Recursive = true };
        root.Add(verbose);
        var context = new CommandContext(console, clock, verbose);
        StemmaCommand[] commands =
        [
            new BuildCommand(context),
            new AskCommand(context),
            new LineageCommand(context),
            new QueryCommand(context),
            new StatsCommand(context),
            new ConceptCommand(context),
            new ExtractCommand(context),
            new ExportCommand(context),
            new PublishCommand(context),
            new EvalCommand(context),
            new TrainCommand(context),
            new LabelsCommand(context),
            new LexiconCommand(context),
        ];
        foreach (var command in commands)
        {
            OptionBounds.AcceptOnlyWholeNumbers(command);
            root.Add(command);
        }

        HelpExamples.AddTo(root);
        var parsed = root.Parse(arguments.Count == 0 ? ["--help"] : arguments);
        if (parsed.Action is ParseErrorAction mistake)
        {
            mistake.ShowHelp = false;
        }

        var code = await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StoppingTime,
            Output = parsed.Action is ParseErrorAction ? console.Messages : console.Results,
            Error = console.Messages,
        });
        await console.Results.FlushAsync();
        return code;
    }
}
