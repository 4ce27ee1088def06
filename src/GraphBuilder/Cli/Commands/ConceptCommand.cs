using System.CommandLine;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma concept</c>: parent of the commands that show which names a concept unites and why, and that decide otherwise.</summary>
internal sealed class ConceptCommand : StemmaCommand
{
    /// <summary>Creates the command.</summary>
    public ConceptCommand(CommandContext context)
        : base("concept", "Show what a concept unites and why, and decide otherwise", context)
    {
        Add(new ConceptShowCommand(context));
        Add(new ConceptDecisionCommand("merge", "Make two names one concept", ("name", "A name"), ("into", "The name to keep"), ["stemma concept merge \"KITTI benchmark\" KITTI"], context));
        Add(new ConceptDecisionCommand("split", "Keep two names apart", ("name", "A name"), ("from", "Another name"), ["stemma concept split TD3 TD3+BC"], context));
        Add(new ConceptDecisionCommand("rename", "Give a concept another display name", ("name", "Its name or id"), ("display", "The name to show"), ["stemma concept rename dpo DPO"], context));
        Add(new ConceptDecisionCommand("introduce", "State which paper introduced a concept", ("name", "Its name or id"), ("title", "Title of the paper; - for none"), ["stemma concept introduce Transformer \"Attention Is All You Need\""], context));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [.. Subcommands.OfType<StemmaCommand>().SelectMany(command => command.Examples)];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        throw new CommandException($"concept needs a command behind it: {Examples[0]}");
}
