using System.CommandLine;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphBuilder.Cli.Progress;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma build</c>: builds a graph file from files of papers.</summary>
internal sealed class BuildCommand : StemmaCommand
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "Files of papers: a copied listing, BibTeX, JSON lines (arXiv, conferences, our export), each plain or gzipped; recognised by content",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Graph file to write; an existing graph is replaced atomically at the end",
        DefaultValueFactory = _ => "graph.stemma",
        HelpName = "file",
    };

    private readonly Option<bool> _append = new("--append") { Description = "Keep the papers of the graph that is there, and read only what is new" };

    private readonly Option<bool> _strict = new("--strict") { Description = "Write nothing where a record must be skipped or repaired" };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads for reading and extraction; the graph does not depend on it",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "number",
    };

    private readonly Option<string?> _overrides = new("--overrides")
    {
        Description = $"File of decisions on names, tab-separated: merge, split or rename, then two names; else {LinkOverrides.UsualFile}, where it is there",
        HelpName = "file",
    };

    private readonly Option<string?> _report = new("--report") { Description = "Write the whole report on what was read, merged and skipped to a JSON file", HelpName = "file" };

    /// <summary>Creates the command.</summary>
    public BuildCommand(CommandContext context)
        : base("build", "Build a graph from files of papers", context)
    {
        Add(_inputs);
        Add(_output);
        Add(_append);
        Add(_strict);
        Add(_threads);
        Add(_overrides);
        Add(_report);
        _threads.AcceptAtLeast(1);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma build papers.bib listing.txt -o graph.stemma",
        "stemma build arxiv-2025.jsonl.gz -o graph.stemma --append --report report.json",
    ];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new BuildRequest(parsed.GetRequiredValue(_inputs), parsed.GetRequiredValue(_output))
        {
            Append = parsed.GetValue(_append),
            Strict = parsed.GetValue(_strict),
            Threads = parsed.GetValue(_threads),
        };
        if (Neo4jAddress.LooksLike(request.Output))
        {
            throw new CommandException($"build writes a file, and {request.Output} is a server; build a file first, then run: stemma publish FILE --to {request.Output}");
        }

        WholeFile.ThrowIfNoFolder(request.Output);
        var reportFile = parsed.GetValue(_report);
        if (reportFile is not null)
        {
            ReportFile.Check(reportFile, request.Output, request.Inputs);
        }

        var pipeline = Pipeline.LoadShipped(ReadOverrides(parsed.GetValue(_overrides)), Clock);
        try
        {
            var result = BuildProgress.Run(Console, Clock, progress => pipeline.Run(request, progress, cancellationToken));
            WriteReport(result.Report, reportFile);
            WriteSummary(result);
            return Task.FromResult(result.Report.HasLosses ? ExitCode.DoneWithLosses : ExitCode.Done);
        }
        catch (BuildRefusedException refused)
        {
            WriteReport(refused.Report, reportFile);
            throw;
        }
    }

    private static LinkOverrides ReadOverrides(string? file)
    {
        if (file is null)
        {
            return LinkOverrides.ReadUsual();
        }

        InputFileException.ThrowIfNoFile(file);
        return LinkOverrides.Read(file);
    }

    private void WriteReport(ReadingReport report, string? file)
    {
        new ReadingReportText(Console.Messages).Write(report);
        if (file is not null)
        {
            using var stream = File.Create(file);
            ReadingReportJson.Write(stream, report);
        }
    }

    private void WriteSummary(BuildResult result)
    {
        Console.Messages.WriteLine();
        StageTable.Write(Console.Messages, result.Stages);
        var reused = result.Reused > 0 ? $"; {result.Reused:N0} {(result.Reused == 1 ? "paper was" : "papers were")} known and not read again" : "";
        Console.Messages.WriteLine($"\n{result.Output}: {result.Nodes:N0} nodes, {result.Relationships:N0} relationships{reused}");
    }
}
