using System.CommandLine;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma labels</c>: removes the texts from annotated papers, so that the labels may be distributed.</summary>
internal sealed class LabelsCommand : StemmaCommand
{
    private readonly Argument<string> _annotated = new("annotated") { Description = "Annotated papers with texts, one JSON object a line" };

    private readonly Option<string> _output = new("--output", "-o") { Description = "File to write", HelpName = "file", Required = true };

    /// <summary>Creates the command.</summary>
    public LabelsCommand(CommandContext context)
        : base("labels", "Write labels without their texts: names, types, roles, offsets and a hash of the abstract", context)
    {
        Add(_annotated);
        Add(_output);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["stemma labels abstracts-train.jsonl -o data/labelled/train.jsonl"];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_annotated);
        InputFileException.ThrowIfNoFile(file);
        var papers = LabelledPaperReader.ReadFile(file);
        var output = parsed.GetRequiredValue(_output);
        WholeFile.Write(output, stream =>
        {
            foreach (var paper in papers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                LabelWriter.Write(paper, stream);
            }
        });
        Console.Messages.WriteLine($"{output}: labels of {papers.Count:N0} papers");
        return Task.FromResult(ExitCode.Done);
    }
}
