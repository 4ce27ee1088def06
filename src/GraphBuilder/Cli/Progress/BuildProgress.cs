using Spectre.Console;
using Stemma.GraphBuilder.Building;

namespace Stemma.GraphBuilder.Cli.Progress;

/// <summary>Shows the progress of a build: bars on a terminal, occasional lines elsewhere.</summary>
public static class BuildProgress
{
    /// <summary>Runs a build and shows its progress on standard error.</summary>
    public static T Run<T>(CommandConsole console, TimeProvider clock, Func<IBuildProgress, T> build)
    {
        if (!console.IsTerminal)
        {
            return build(new LineProgress(console.Messages, clock));
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Drawing) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => build(new BarProgress(context)));
    }
}
