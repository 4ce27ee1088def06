using System.CommandLine;
using System.CommandLine.Help;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Puts the examples of each command below its options in help.</summary>
internal static class HelpExamples
{
    /// <summary>Changes the help of a root command.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction action)
        {
            action.Builder.CustomizeLayout(_ => [.. HelpBuilder.Default.GetLayout(), Write]);
        }
    }

    private static bool Write(HelpContext context)
    {
        var examples = context.Command switch
        {
            StemmaCommand command => command.Examples,
            RootCommand root => [.. root.Subcommands.OfType<StemmaCommand>().Select(command => command.Examples[0])],
            _ => [],
        };
        if (examples.Count == 0)
        {
            return false;
        }

        context.Output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            context.Output.WriteLine($"  {example}");
        }

        return true;
    }
}
