using System.CommandLine;
using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphModel.Database;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma query</c>: runs one Cypher statement and writes its rows to standard output.</summary>
internal sealed class QueryCommand : StemmaCommand
{
    private readonly GraphFeature _graph;

    private readonly Argument<string> _cypher = new("cypher") { Description = "One Cypher statement" };

    private readonly Option<string[]> _parameters = new("--param") { Description = "Value of $name: a number, true, false, null, JSON, else text", HelpName = "name=value" };

    private readonly Option<string> _format = new("--format") { Description = "Output format", DefaultValueFactory = _ => RowFormat.Names[0] };

    private readonly Option<bool> _write = new("--write") { Description = "Allow the statement to change the graph" };

    private readonly Option<int> _limit = new("--limit") { Description = "Rows after which the result is cut; 0 for all", DefaultValueFactory = _ => 10_000, HelpName = "rows" };

    private readonly Option<int> _timeout = new("--timeout") { Description = "Seconds after which the query is stopped, saving not counted; 0 for never", DefaultValueFactory = _ => 60, HelpName = "seconds" };

    /// <summary>Creates the command.</summary>
    public QueryCommand(CommandContext context)
        : base("query", "Run a Cypher statement", context)
    {
        _graph = new GraphFeature(this);
        Add(_cypher);
        Add(_parameters);
        Add(_format);
        Add(_write);
        Add(_limit);
        Add(_timeout);
        _limit.AcceptAtLeast(0);
        _timeout.AcceptAtLeast(0);
        _format.AcceptOnlyFromAmong([.. RowFormat.Names]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma query graph.stemma \"MATCH (p:Paper)-[:INTRODUCES]->(m:Method) RETURN m.name, p.year ORDER BY p.year LIMIT 10\"",
        "stemma query graph.stemma \"MATCH (p:Paper) WHERE p.year >= $from RETURN count(*) AS papers\" --param from=2023 --format json",
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var cypher = parsed.GetRequiredValue(_cypher);
        if (string.IsNullOrWhiteSpace(cypher))
        {
            throw new CommandException("The statement is empty.");
        }

        var parameters = ParameterText.Read(parsed.GetValue(_parameters) ?? []);
        await using var database = await _graph.OpenAsync(parsed, Clock, cancellationToken, parsed.GetValue(_write));
        try
        {
            await using var result = await database.RunAsync(cypher, parameters, OptionsOf(parsed), cancellationToken);
            return await WriteAsync(result, RowFormat.Create(parsed.GetRequiredValue(_format), Console), cancellationToken);
        }
        catch (QueryException mistake)
        {
            await Console.Messages.WriteLineAsync($"stemma: {mistake.Describe(cypher)}");
            if (mistake.Code.StartsWith("AccessModeError", StringComparison.Ordinal) && !parsed.GetValue(_write))
            {
                await Console.Messages.WriteLineAsync("stemma: --write lets a statement change the graph");
            }

            return ExitCode.Failed;
        }
    }

    private QueryOptions OptionsOf(ParseResult parsed) => new()
    {
        Access = parsed.GetValue(_write) ? AccessMode.Write : AccessMode.Read,
        MaxRows = parsed.GetValue(_limit) is > 0 and var rows ? rows : null,
        Timeout = parsed.GetValue(_timeout) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private async Task<int> WriteAsync(IQueryResult result, IRowWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            await WriteRowsAsync(result, writer, cancellationToken);
        }
        catch (OperationCanceledException) when (result.Summary.Counters.ContainsUpdates)
        {
            // The change was made before the first row.
            await Console.Messages.WriteLineAsync("stopped while rows were written; the graph is changed");
            return ExitCode.Cancelled;
        }

        WriteSummary(result.Summary);
        return ExitCode.Done;
    }

    private static async Task WriteRowsAsync(IQueryResult result, IRowWriter writer, CancellationToken cancellationToken)
    {
        var begun = false;
        await foreach (var row in result.ReadRowsAsync(cancellationToken))
        {
            if (!begun)
            {
                writer.Begin(result.Columns);
                begun = true;
            }

            writer.Write(row);
        }

        if (!begun)
        {
            writer.Begin(result.Columns);
        }

        writer.End();
    }

    private void WriteSummary(QuerySummary summary)
    {
        if (summary.Plan is { } plan)
        {
            Console.Messages.WriteLine(plan);
        }

        foreach (var notice in summary.Notices)
        {
            Console.Messages.WriteLine($"notice: {notice}");
        }

        if (summary.Truncated)
        {
            Console.Messages.WriteLine($"cut after {summary.RowCount:N0} rows; --limit 0 gives all");
        }

        if (summary.Counters.ContainsUpdates)
        {
            var counters = summary.Counters;
            Console.Messages.WriteLine(
                $"created {counters.NodesCreated} nodes and {counters.RelationshipsCreated} relationships, deleted {counters.NodesDeleted} and {counters.RelationshipsDeleted}, "
                + $"set {counters.PropertiesSet} properties, added {counters.LabelsAdded} labels, removed {counters.LabelsRemoved}");
        }
    }
}
