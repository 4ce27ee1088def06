using System.CommandLine;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Spans;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma eval</c>: the scorecard of extraction on labelled papers.</summary>
internal sealed class EvalCommand : StemmaCommand
{
    private readonly Option<string?> _gold = new("--gold") { Description = "Labelled papers, one JSON object a line", HelpName = "file" };

    private readonly Option<string?> _spans = new("--spans") { Description = "Instead of papers: texts with entities, scored by exact span", HelpName = "file" };

    private readonly Option<string?> _tagger = new("--tagger") { Description = "With --spans: what `stemma train --spans` wrote, in place of the extraction that ships", HelpName = "file" };

    private readonly Option<int> _show = new("--show") { Description = "Also list the ten most frequent kinds of error, with so many places each", HelpName = "number" };

    private readonly Option<string[]> _papers = new("--papers")
    {
        Description = "Files and directories with the abstracts, where the labels come without",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Creates the command.</summary>
    public EvalCommand(CommandContext context)
        : base("eval", "Score extraction on labelled papers: precision, recall and F1 by type, role and relation", context)
    {
        Add(_gold);
        Add(_papers);
        Add(_spans);
        Add(_tagger);
        Add(_show);
        _show.AcceptAtLeast(0);
        Validators.Add(result =>
        {
            if ((result.GetValue(_gold) is null) == (result.GetValue(_spans) is null))
            {
                result.AddError("give either --gold or --spans");
            }
            else if (result.GetValue(_spans) is null && result.GetValue(_tagger) is not null)
            {
                result.AddError("--tagger goes with --spans");
            }
        });
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma eval --gold abstracts-dev.jsonl",
        "stemma eval --gold abstracts-dev.jsonl --show 5",
        "stemma eval --spans tdmsci-test.jsonl",
        "stemma eval --spans tdmsci-test.jsonl --tagger tdmsci.bin",
        "stemma eval --gold data/labelled/held-out/dev.jsonl --papers arxiv.jsonl.gz",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        return Task.FromResult(parsed.GetValue(_spans) is { } spans ? ScoreSpans(spans, parsed.GetValue(_tagger), cancellationToken) : ScorePapers(parsed.GetValue(_gold)!, parsed, cancellationToken));
    }

    private int ScoreSpans(string file, string? tagger, CancellationToken cancellationToken)
    {
        InputFileException.ThrowIfNoFile(file);
        var texts = SpanText.ReadFile(file);
        var card = tagger is null ? SpanScorecard.Score(PaperExtractor.LoadShipped(), texts, cancellationToken) : ScoreTagger(tagger, file, texts, cancellationToken);
        if (card.All.Wanted == 0)
        {
            throw new CommandException($"{file}: no entity of a type that Stemma knows, so there is nothing to score");
        }

        Console.Results.Write(card.ToString());
        return ExitCode.Done;
    }

    private static SpanScorecard ScoreTagger(string tagger, string file, IReadOnlyList<SpanText> texts, CancellationToken cancellationToken)
    {
        var read = ReadTagger(tagger);
        return texts.SelectMany(text => text.Entities).Any(entity => read.Labels.Contains(entity.Label))
            ? SpanScorecard.Score(read, texts, cancellationToken)
            : throw new CommandException($"{tagger} tells {string.Join(", ", read.Labels)}, and {file} has none of these labels");
    }

    private static SpanTagger ReadTagger(string file)
    {
        InputFileException.ThrowIfNoFile(file);
        using var stream = File.OpenRead(file);
        try
        {
            return SpanTagger.Read(stream);
        }
        catch (InvalidDataException fault)
        {
            throw new CommandException($"{file}: {fault.Message}");
        }
    }

    private int ScorePapers(string file, ParseResult parsed, CancellationToken cancellationToken)
    {
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

        var card = Scorer.Score(PaperExtractor.LoadShipped(), papers, cancellationToken);
        Console.Results.Write(card.ToString());
        if (parsed.GetValue(_show) is > 0 and var places)
        {
            Console.Results.Write(card.Errors.ToString(places));
        }

        return papers.Count < labelled.Count ? ExitCode.DoneWithLosses : ExitCode.Done;
    }
}
