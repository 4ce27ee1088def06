using System.CommandLine;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphBuilder.Spans;
using Stemma.GraphBuilder.Training;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma train</c>: trains the shipped extraction model, or one from the user's own labels; with <c>--spans</c>, an entity tagger with its own labels.</summary>
internal sealed class TrainCommand : StemmaCommand
{
    /// <summary>Subfolder of a label directory; training never reads its papers.</summary>
    private const string HeldOutFolder = "held-out";

    private readonly Option<string?> _labels = new("--labels") { Description = "Labels: a file, or a directory whose .jsonl files are read in order of their names", HelpName = "path" };

    private readonly Option<string?> _spans = new("--spans") { Description = "Instead of labels: texts with entities, to train a tagger for their own labels on top of the shipped extraction", HelpName = "file" };

    private readonly Option<string[]> _papers = new("--papers")
    {
        Description = "Files and directories with papers: the abstracts of labels that come without, and further ones that show how names are used",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _output = new("--output", "-o") { Description = "Model file to write", HelpName = "file", Required = true };

    private readonly Option<int> _threads = new("--threads") { Description = "Folds trained in parallel; the model does not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "number" };

    /// <summary>Creates the command.</summary>
    public TrainCommand(CommandContext context)
        : base("train", "Learn the extraction model from labelled papers, or a tagger from texts with entities; prints the scorecard by five-fold cross-validation", context)
    {
        Add(_labels);
        Add(_papers);
        Add(_spans);
        Add(_output);
        Add(_threads);
        _threads.AcceptAtLeast(1);
        Validators.Add(result =>
        {
            if ((result.GetValue(_labels) is null) == (result.GetValue(_spans) is null))
            {
                result.AddError("give either --labels or --spans");
            }
            else if (result.GetValue(_spans) is not null && result.GetResult(_papers) is not null)
            {
                result.AddError("--papers does not go with --spans, whose lines hold their texts");
            }
        });
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma train --labels data/labelled --papers arxiv.jsonl.gz conferences.jsonl.gz -o data/tagger.bin",
        "stemma train --labels my-labels.jsonl -o my-tagger.bin",
        "stemma train --spans tdmsci-train.jsonl -o tdmsci.bin",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
        => Task.FromResult(parsed.GetValue(_spans) is { } spans ? TrainSpans(spans, parsed, cancellationToken) : TrainModel(parsed.GetValue(_labels)!, parsed, cancellationToken));

    private int TrainModel(string labels, ParseResult parsed, CancellationToken cancellationToken)
    {
        var labelled = ReadLabels(labels);
        var read = LabelledTexts.Read(parsed.GetValue(_papers) ?? [], cancellationToken);
        var papers = LabelledTexts.Join(labelled, read, Console.Messages);
        if (papers.Count < ModelTrainer.FewestPapers)
        {
            throw new CommandException($"{papers.Count} labelled papers with a text are too few to learn from; at least {ModelTrainer.FewestPapers} are needed");
        }

        var threads = parsed.GetValue(_threads);
        var trained = new ModelTrainer(ConceptLexicon.LoadShipped(), threads).Train(papers, Unlabelled(read, papers, HeldOut(labels)), new Steps(Console.Messages), cancellationToken);
        var output = parsed.GetRequiredValue(_output);
        WholeFile.Write(output, trained.Model.Write);
        Console.Results.Write(trained.CrossValidate().ToString());
        Console.Messages.WriteLine($"{output}: {new FileInfo(output).Length:N0} bytes, learnt from {papers.Count:N0} papers");
        return papers.Count < labelled.Count ? ExitCode.DoneWithLosses : ExitCode.Done;
    }

    private int TrainSpans(string file, ParseResult parsed, CancellationToken cancellationToken)
    {
        InputFileException.ThrowIfNoFile(file);
        var texts = SpanText.ReadFile(file);
        if (texts.All(text => text.Entities.Count == 0))
        {
            throw new CommandException($"{file}: no entity in it, so there is nothing to learn");
        }

        if (texts.Count < SpanTrainer.FewestTexts)
        {
            throw new CommandException($"{file}: {texts.Count} {(texts.Count == 1 ? "text is" : "texts are")} too few to learn from; at least {SpanTrainer.FewestTexts} are needed");
        }

        var output = parsed.GetRequiredValue(_output);
        WholeFile.ThrowIfNoFolder(output);
        var trained = new SpanTrainer(parsed.GetValue(_threads)).Train(texts, new Steps(Console.Messages), cancellationToken);
        WholeFile.Write(output, trained.Tagger.Write);
        Console.Results.Write(trained.HeldOut.ToString());
        if (trained.Unlearnt > 0)
        {
            Console.Messages.WriteLine($"{trained.Unlearnt:N0} entities begin or end within a token or share one with a longer entity; nothing was learnt from them");
        }

        Console.Messages.WriteLine($"{output}: {new FileInfo(output).Length:N0} bytes, learnt from {texts.Count:N0} texts");
        return ExitCode.Done;
    }

    /// <summary>The papers that are neither labelled nor held out, each abstract once: training may count words in them.</summary>
    private static PaperRecord[] Unlabelled(IReadOnlyList<PaperRecord> read, IReadOnlyList<LabelledPaper> labelled, IReadOnlyList<LabelledPaper> heldOut)
    {
        var known = labelled.Concat(heldOut).Select(paper => paper.AbstractHash ?? LabelWriter.HashOf(paper.Abstract)).ToHashSet(StringComparer.Ordinal);
        return [.. read.Where(paper => paper.Abstract.Length > 0 && known.Add(LabelWriter.HashOf(paper.Abstract)))];
    }

    /// <summary>The labels that a label directory reserves for evaluation.</summary>
    private static IReadOnlyList<LabelledPaper> HeldOut(string labels)
        => Path.Combine(labels, HeldOutFolder) is var folder && Directory.Exists(folder) ? ReadLabels(folder) : [];

    private static IReadOnlyList<LabelledPaper> ReadLabels(string path)
    {
        if (Directory.Exists(path))
        {
            return [.. Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(LabelledPaperReader.ReadFile)];
        }

        return File.Exists(path) ? LabelledPaperReader.ReadFile(path) : throw new CommandException($"{path}: no such file or directory");
    }

    /// <summary>Writes each step as a line; thread-safe.</summary>
    private sealed class Steps(TextWriter messages) : IProgress<string>
    {
        private readonly Lock _lock = new();

        public void Report(string value)
        {
            lock (_lock)
            {
                messages.WriteLine(value);
            }
        }
    }
}
