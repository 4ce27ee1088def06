using System.CommandLine;
using System.Text;
using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma extract</c>: shows what is extracted from one abstract, and why.</summary>
internal sealed class ExtractCommand : StemmaCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string> _file = new("file")
    {
        Description = "A text file with a title, a blank line and an abstract, or an abstract alone; - reads standard input",
        DefaultValueFactory = _ => StandardInput,
    };

    private readonly Option<string?> _title = new("--title") { Description = "The title, where the text is the abstract alone", HelpName = "text" };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object" };

    /// <summary>Creates the command.</summary>
    public ExtractCommand(CommandContext context)
        : base("extract", "Show what one abstract says, and why", context)
    {
        Add(_file);
        Add(_title);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma extract abstract.txt",
        "echo \"We propose Zarvo, a variant of DPO. On GSM8K it reaches 81.8%.\" | stemma extract --json",
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(parsed.GetRequiredValue(_file), cancellationToken);
        var pasted = PastedText.Parse(parsed.GetValue(_title), text);
        if (pasted is { Title: "", Abstract: "" })
        {
            throw new CommandException("There is no text to read: give a file with an abstract, or pipe one in.");
        }

        var explained = PaperExtractor.LoadShipped().Explain(pasted.Title, pasted.Abstract);
        if (parsed.GetValue(_json))
        {
            ExtractionJson.Write(Console.ResultBytes, explained);
        }
        else
        {
            new ExtractionText(Console.Results).Write(explained);
        }

        return ExitCode.Done;
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = file == StandardInput ? System.Console.OpenStandardInput() : File.OpenRead(file);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var text = new char[PastedText.MaxLength + 1];
        var length = await reader.ReadBlockAsync(text, cancellationToken);
        return length <= PastedText.MaxLength
            ? new string(text, 0, length)
            : throw new CommandException($"The text is longer than {PastedText.MaxLength:N0} characters: `extract` reads one abstract; `build` reads files of many papers.");
    }
}
