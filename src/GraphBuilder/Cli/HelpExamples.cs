using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Help, followed by the examples of the command; the help of the program shows one example of each command.</summary>
/// <param name="help">The action that writes help.</param>
internal sealed class HelpExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    /// <summary>Replaces the help action of a root command.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        if (option.Action is SynchronousCommandLineAction help)
        {
            option.Action = new HelpExamples(help);
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        IEnumerable<string> examples = parseResult.CommandResult.Command switch
        {
            StemmaCommand command => command.Examples,
            var root => root.Subcommands.OfType<StemmaCommand>().Select(command => command.Examples[0]),
        };
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example}");
        }

        return code;
    }
}
