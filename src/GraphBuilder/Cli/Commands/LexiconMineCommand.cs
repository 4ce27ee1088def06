using System.CommandLine;
using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Mining;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma lexicon mine</c>: lists names that occur in the corpus but not in the lexicon, as entries to review.</summary>
internal sealed class LexiconMineCommand : StemmaCommand
{
    private readonly MinedGraph _graph;

    private readonly Option<int> _limit = new("--limit") { Description = "Candidates to write, the best first; 0 for all", DefaultValueFactory = _ => 300, HelpName = "number" };

    private readonly Option<string?> _type = new("--type") { Description = "Only candidates of this type", HelpName = string.Join('|', Enum.GetNames<ConceptType>()) };

    private readonly Option<string> _format = new("--format") { Description = "Output format", DefaultValueFactory = _ => CandidateFormat.Names[0] };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "File to write; else standard output", HelpName = "file" };

    /// <summary>Creates the command.</summary>
    public LexiconMineCommand(CommandContext context)
        : base("mine", "List names that a corpus uses and the lexicon does not know, as entries to review", context)
    {
        _graph = new MinedGraph(this);
        Add(_limit);
        Add(_type);
        Add(_format);
        Add(_output);
        _limit.AcceptAtLeast(0);
        _type.AcceptOnlyFromAmong(Enum.GetNames<ConceptType>());
        _format.AcceptOnlyFromAmong([.. CandidateFormat.Names]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma lexicon mine graph.stemma --limit 100",
        "stemma lexicon mine papers.jsonl.gz --type Benchmark --format json -o candidates.json",
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.GetValue(_output);
        if (output is not null)
        {
            WholeFile.ThrowIfNoFolder(output);
        }

        await using var opened = await _graph.OpenAsync(parsed, Console, Clock, cancellationToken);
        var mined = await new LexiconMiner(opened.Database, LexiconReader.ReadShipped()).MineAsync(OptionsOf(parsed), cancellationToken);
        Write(mined, parsed.GetRequiredValue(_format), output);
        Console.Messages.WriteLine($"{opened.Database.Description}: {mined.Concepts:N0} concepts in two papers or more, {mined.Total:N0} of them candidates, {mined.Shown.Count:N0} written");
        return opened.HasLosses ? ExitCode.DoneWithLosses : ExitCode.Done;
    }

    private MiningOptions OptionsOf(ParseResult parsed) => new()
    {
        Limit = parsed.GetValue(_limit) is > 0 and var limit ? limit : null,
        Type = parsed.GetValue(_type) is { } type ? Enum.Parse<ConceptType>(type) : null,
    };

    private void Write(MinedCandidates mined, string format, string? output)
    {
        if (output is null)
        {
            Console.Results.Flush();
            CandidateFormat.Write(format, mined.Shown, Console.ResultBytes);
        }
        else
        {
            WholeFile.Write(output, stream => CandidateFormat.Write(format, mined.Shown, stream));
        }
    }
}
