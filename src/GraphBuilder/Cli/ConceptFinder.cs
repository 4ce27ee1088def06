using Stemma.GraphBuilder.Asking.Answers;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphModel.Database;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Finds the concept that a user names.</summary>
internal static class ConceptFinder
{
    /// <summary>The id of the best sense of a name; says if there are others. Throws <see cref="CommandException"/> with suggestions if there is none.</summary>
    public static async Task<string> FindAsync(IGraphDatabase database, string name, CommandConsole console, CancellationToken cancellationToken)
    {
        var resolved = await new ConceptResolver(database, new NameSpeller(database)).ResolveAsync(name, [], cancellationToken);
        if (resolved.Senses.Count == 0)
        {
            throw new CommandException(AnswerWriter.NotFound(resolved));
        }

        if (resolved.Senses.Count + resolved.Others.Count > 1)
        {
            var others = resolved.Senses.Skip(1).Concat(resolved.Others).Select(node => $"{AskedNames.NameOf(node)} ({AskedNames.IdOf(node)})");
            await console.Messages.WriteLineAsync($"{name} is taken for {AskedNames.NameOf(resolved.Senses[0])}; it also stands for {string.Join(", ", others)}");
        }

        return AskedNames.IdOf(resolved.Senses[0]);
    }
}
