using System.CommandLine;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma eval</c>: the scorecard of extraction on labelled papers.</summary>
internal sealed class EvalCommand : StemmaCommand
{
    private readonly Option<string> _gold = new("--gold") { Description = "Labelled papers, one JSON object a line", HelpName = "file", Required = true };

    private readonly Option<string[]> _papers = new("--papers")
    {
        Description = "Papers with the texts, joined by id, where the labels come without",
        HelpName = "file",
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
        "stemma eval --gold data/labelled/dev.jsonl --papers arxiv.jsonl.gz",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_gold);
        InputFileException.ThrowIfNoFile(file);
        var labelled = LabelledPaperReader.ReadFile(file);
        var texts = ReadTexts(parsed.GetValue(_papers) ?? [], cancellationToken);
        var papers = labelled.Select(paper => WithText(paper, texts)).OfType<LabelledPaper>().ToList();
        if (papers.Count < labelled.Count)
        {
            Console.Messages.WriteLine($"{labelled.Count - papers.Count:N0} of {labelled.Count:N0} labelled papers have no text and were left out; --papers gives texts");
        }

        if (papers.Count == 0)
        {
            throw new CommandException($"{file}: no labelled paper with a text");
        }

        Console.Results.Write(Scorer.Score(PaperExtractor.LoadShipped(), papers, cancellationToken).ToString());
        return Task.FromResult(papers.Count < labelled.Count ? ExitCode.DoneWithLosses : ExitCode.Done);
    }

    private static Dictionary<string, PaperRecord> ReadTexts(IReadOnlyList<string> files, CancellationToken cancellationToken) => PaperReading
        .Read(files, Environment.ProcessorCount, null, cancellationToken)
        .SelectMany(file => file.Papers)
        .Where(paper => paper.SourceId is not null)
        .DistinctBy(paper => paper.SourceId)
        .ToDictionary(paper => paper.SourceId!, StringComparer.Ordinal);

    private static LabelledPaper? WithText(LabelledPaper paper, Dictionary<string, PaperRecord> texts)
    {
        if (paper.Abstract.Length > 0)
        {
            return paper;
        }

        return texts.TryGetValue(paper.Id, out var text) ? paper with { Title = text.Title, Abstract = text.Abstract } : null;
    }
}
