using System.CommandLine;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma eval</c>: the scorecard of extraction on labelled papers.</summary>
internal sealed class EvalCommand : StemmaCommand
{
    private readonly Option<string> _gold = new("--gold") { Description = "Labelled papers, one JSON object a line", HelpName = "file", Required = true };

    private readonly Option<string[]> _papers = new("--papers")
    {
        Description = "Files and directories with the abstracts, where the labels come without",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Makes the command.</summary>
    public EvalCommand(CommandContext context)
        : base("eval", "Score extraction on labelled papers: precision, recall and F1 by type, role and relation", context)
    {
        Add(_gold);
        Add(_papers);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma eval --gold abstracts-dev.jsonl",
        "stemma eval --gold data/labelled/held-out/dev.jsonl --papers arxiv.jsonl.gz",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_gold);
        InputFileException.ThrowIfNoFile(file);
        var labelled = LabelledPaperReader.ReadFile(file);
        var papers = LabelledTexts.Join(labelled, parsed.GetValue(_papers) ?? [], Console.Messages, cancellationToken);
        if (papers.Count == 0)
        {
            throw new CommandException($"{file}: no labelled paper with a text");
        }

        if (papers.All(paper => paper.Concepts.Count == 0))
        {
            throw new CommandException($"{file}: no paper in it has a label on a concept, so there is nothing to score");
        }

        Console.Results.Write(Scorer.Score(PaperExtractor.LoadShipped(), papers, cancellationToken).ToString());
        return Task.FromResult(papers.Count < labelled.Count ? ExitCode.DoneWithLosses : ExitCode.Done);
    }
}
