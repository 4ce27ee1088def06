using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Help, and below it the examples of the command; of all commands one each where help is asked for the program.</summary>
/// <param name="help">What writes help.</param>
internal sealed class HelpExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    /// <summary>Changes the help of a root command.</summary>
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
