using System.CommandLine;
using System.Text;
using Stemma.GraphBuilder.Linking;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma concept merge</c>, <c>split</c>, <c>rename</c> and <c>introduce</c>: add a decision to the file that builds obey, see <see cref="LinkOverrides"/>.</summary>
internal sealed class ConceptDecisionCommand : StemmaCommand
{
    private readonly Argument<string> _first;
    private readonly Argument<string> _second;

    private readonly Option<string> _overrides = new("--overrides") { Description = "File of decisions", DefaultValueFactory = _ => LinkOverrides.UsualFile, HelpName = "file" };

    /// <summary>Creates the command.</summary>
    /// <param name="verb">The decision, as in the file.</param>
    /// <param name="description">One sentence for help.</param>
    /// <param name="first">Name and description of the first argument.</param>
    /// <param name="second">Of the second.</param>
    /// <param name="examples">Working command lines.</param>
    /// <param name="context">Streams, clock, common options.</param>
    public ConceptDecisionCommand(
        string verb, string description, (string Name, string Description) first, (string Name, string Description) second, IReadOnlyList<string> examples, CommandContext context)
        : base(verb, description, context)
    {
        _first = new Argument<string>(first.Name) { Description = first.Description };
        _second = new Argument<string>(second.Name) { Description = second.Description };
        Examples = examples;
        Add(_first);
        Add(_second);
        Add(_overrides);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_overrides);
        var (first, second) = (CellOf(parsed, _first), CellOf(parsed, _second));
        var line = $"{Name}\t{first}\t{second}";
        var before = ReadExisting(path);
        if (before.Split('\n').Any(known => known.TrimEnd('\r') == line))
        {
            Console.Messages.WriteLine($"{path} says so already");
            return Task.FromResult(ExitCode.Done);
        }

        var after = before + (before.Length == 0 || before.EndsWith('\n') ? "" : "\n") + line + "\n";
        Check(after, path);
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(after)));
        Console.Messages.WriteLine($"{path}: {Name} “{first}” and “{second}” from the next build on");
        return Task.FromResult(ExitCode.Done);
    }

    private static string CellOf(ParseResult parsed, Argument<string> argument)
    {
        var text = parsed.GetRequiredValue(argument).Trim();
        return text.Length > 0 && !text.AsSpan().ContainsAny("\t\n\r") ? text : throw new CommandException($"{argument.Name}: expected text on one line without tabs, found '{text}'");
    }

    private static string ReadExisting(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {fault.Message}");
        }
    }

    private static void Check(string text, string path)
    {
        try
        {
            LinkOverrides.Read(new StringReader(text), path);
        }
        catch (InvalidDataException fault)
        {
            throw new CommandException(fault.Message);
        }
    }
}
