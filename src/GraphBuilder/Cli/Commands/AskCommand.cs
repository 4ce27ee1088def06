using System.CommandLine;
using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Cli.Output;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma ask</c>: answers a plain question, with the evidence sentence of each row.</summary>
internal sealed class AskCommand : StemmaCommand
{
    private readonly GraphFeature _graph;

    private readonly Argument<string> _question = new("question") { Description = "A question in plain English" };

    private readonly Option<int?> _asOf = new("--as-of") { Description = "Answer as of the end of this year", HelpName = "year" };

    private readonly Option<int> _limit = new("--limit") { Description = "Rows to show; 0 for all", DefaultValueFactory = _ => 20, HelpName = "rows" };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON object" };

    /// <summary>Creates the command.</summary>
    public AskCommand(CommandContext context)
        : base("ask", "Answer a question in plain English", context)
    {
        _graph = new GraphFeature(this);
        Add(_question);
        Add(_asOf);
        Add(_limit);
        Add(_json);
        _limit.AcceptAtLeast(0);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "stemma ask graph.stemma \"what builds on DPO?\"",
        "stemma ask graph.stemma \"which papers evaluate on D4RL?\" --as-of 2023 --limit 0 --json",
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var database = await _graph.OpenAsync(parsed, Clock, cancellationToken);
        var options = new AskOptions { Limit = parsed.GetValue(_limit), AsOf = parsed.GetValue(_asOf) };
        var answer = await new Asker(database).AskAsync(parsed.GetRequiredValue(_question), options, cancellationToken);
        if (parsed.GetValue(_json))
        {
            AnswerJson.Write(Console.ResultBytes, answer);
        }
        else
        {
            new AnswerText(Console.Results, Console.Messages).Write(answer);
        }

        // No query: the question was not understood, or the name in it is not in the graph.
        return answer.Cypher is null ? ExitCode.Failed : ExitCode.Done;
    }
}
