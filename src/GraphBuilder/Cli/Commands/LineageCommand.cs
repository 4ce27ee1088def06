using System.CommandLine;
using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Cli.Output;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma lineage</c>: shows the ancestors and descendants of a concept or paper.</summary>
internal sealed class LineageCommand : StemmaCommand
{
    private const int MaxDepth = 8;

    private readonly GraphFeature _graph;

    private readonly Argument<string> _name = new("name") { Description = "Name or id of a concept, or id of a paper" };

    private readonly Option<bool> _ancestors = new("--ancestors") { Description = "Only what it builds on" };

    private readonly Option<bool> _descendants = new("--descendants") { Description = "Only what builds on it" };

    private readonly Option<int> _depth = new("--depth") { Description = $"Steps to go, 1 to {MaxDepth}", DefaultValueFactory = _ => 2, HelpName = "steps" };

    private readonly Option<int> _limit = new("--limit") { Description = "Nodes to keep, the best first", DefaultValueFactory = _ => 60, HelpName = "nodes" };

    private readonly Option<int?> _asOf = new("--as-of") { Description = "Leave out what is younger than this year", HelpName = "year" };

    private readonly Option<bool> _papers = new("--papers") { Description = "Show the lineage of a concept as papers" };

    private readonly Option<string> _format = new("--format") { Description = "How it is written", DefaultValueFactory = _ => LineageFormat.Names[0] };

    /// <summary>Creates the command.</summary>
    public LineageCommand(CommandContext context)
        : base("lineage", "Show what a concept or paper builds on, and what builds on it", context)
    {
        _graph = new GraphFeature(this);
        Add(_name);
        Add(_ancestors);
        Add(_descendants);
        Add(_depth);
        Add(_limit);
        Add(_asOf);
        Add(_papers);
        Add(_format);
        _depth.AcceptBetween(1, MaxDepth);
        _limit.AcceptAtLeast(1);
        Validators.Add(result =>
        {
            if (result.GetValue(_ancestors) && result.GetValue(_descendants))
            {
                result.AddError("--ancestors and --descendants exclude each other; without them, both are shown.");
            }
        });
        _format.AcceptOnlyFromAmong([.. LineageFormat.Names]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma lineage graph.stemma DPO --descendants --depth 2",
        "stemma lineage graph.stemma DPO --format dot | dot -Tsvg -o dpo.svg",
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var database = await _graph.OpenAsync(parsed, Clock, cancellationToken);
        var finder = new LineageFinder(database);
        var request = new LineageRequest(parsed.GetRequiredValue(_name))
        {
            Direction = DirectionOf(parsed),
            Depth = parsed.GetValue(_depth),
            Limit = parsed.GetValue(_limit),
            AsOf = parsed.GetValue(_asOf),
            ByPapers = parsed.GetValue(_papers),
        };
        var lineage = await finder.FindAsync(request, cancellationToken)
            ?? await finder.FindAsync(request with { Id = await ConceptFinder.FindAsync(database, request.Id, Console, cancellationToken) }, cancellationToken);
        LineageFormat.Write(parsed.GetRequiredValue(_format), lineage!, request.Direction, Console);
        if (lineage!.Nodes.Count < lineage.Total)
        {
            await Console.Messages.WriteLineAsync($"{lineage.Nodes.Count:N0} of {lineage.Total:N0} nodes shown; --limit shows more");
        }

        return ExitCode.Done;
    }

    private LineageDirection DirectionOf(ParseResult parsed) => (parsed.GetValue(_ancestors), parsed.GetValue(_descendants)) switch
    {
        (true, false) => LineageDirection.Ancestors,
        (false, true) => LineageDirection.Descendants,
        _ => LineageDirection.Both,
    };
}
