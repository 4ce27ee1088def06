using System.CommandLine;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma lexicon</c>: parent of the commands that work on the lexicon.</summary>
internal sealed class LexiconCommand : StemmaCommand
{
    private readonly LexiconMineCommand _mine;

    /// <summary>Creates the command.</summary>
    public LexiconCommand(CommandContext context)
        : base("lexicon", "Work on the lexicon of known names", context)
    {
        _mine = new LexiconMineCommand(context);
        OptionBounds.AcceptOnlyWholeNumbers(_mine);
        Add(_mine);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => _mine.Examples;

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        throw new CommandException($"lexicon needs a command behind it: {Examples[0]}");
}
