using System.CommandLine;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma export</c>: a graph in another format, to a file or to standard output.</summary>
internal sealed class ExportCommand : StemmaCommand
{
    private const int BufferBytes = 1 << 16;

    private readonly Argument<string> _graph = new("graph") { Description = "Graph file" };

    private readonly Option<string> _format = new("--format")
    {
        Description = string.Join("; ", ExportFormat.All.Select(format => $"{format.Name}: {format.Description}")),
        DefaultValueFactory = _ => ExportFormat.All[0].Name,
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "File to write; without it, standard output", HelpName = "file" };

    /// <summary>Creates the command.</summary>
    public ExportCommand(CommandContext context)
        : base("export", "Write a graph in another format", context)
    {
        Add(_graph);
        Add(_format);
        Add(_output);
        _format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(format => format.Name)]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma export graph.stemma --format jsonl -o papers.jsonl",
        "stemma export graph.stemma | head -n 1",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var graph = GraphOpener.LoadFile(parsed.GetRequiredValue(_graph), "export", cancellationToken);
        var format = ExportFormat.All.First(candidate => candidate.Name == parsed.GetValue(_format));
        if (parsed.GetValue(_output) is { } file)
        {
            WholeFile.Write(file, stream => format.Write(graph, stream, cancellationToken));
            return Task.FromResult(ExitCode.Done);
        }

        // Not disposed, because that would close standard output.
        var output = new BufferedStream(Console.ResultBytes, BufferBytes);
        format.Write(graph, output, cancellationToken);
        output.Flush();
        return Task.FromResult(ExitCode.Done);
    }
}
