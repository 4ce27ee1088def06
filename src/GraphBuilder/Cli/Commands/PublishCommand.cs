using System.CommandLine;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Cli.Progress;
using Stemma.GraphBuilder.Publishing;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Graph;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Cli.Commands;

/// <summary><c>stemma publish</c>: writes a graph file to a Neo4j server.</summary>
internal sealed class PublishCommand : StemmaCommand
{
    private readonly Argument<string> _graph = new("graph") { Description = "Graph file" };

    private readonly Option<string> _to = new("--to") { Description = "http:// or https:// address of the server; /name behind it for another database than neo4j", HelpName = "address", Required = true };

    private readonly ServerLoginFeature _login = new();

    /// <summary>Creates the command.</summary>
    public PublishCommand(CommandContext context)
        : base("publish", "Put a graph into a Neo4j server; doing it again changes nothing", context)
    {
        Add(_graph);
        Add(_to);
        _login.AddTo(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["stemma publish graph.stemma --to http://localhost:7474 --password-file neo4j.password"];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var login = _login.Read(parsed);
        var address = Neo4jAddress.Parse(parsed.GetRequiredValue(_to), login.User, login.Password);
        var graph = GraphOpener.LoadFile(parsed.GetRequiredValue(_graph), "publish", cancellationToken);
        await using var server = await Neo4jGraphDatabase.OpenAsync(address, Clock, cancellationToken);
        PublishReport report;
        try
        {
            report = await PublishAsync(graph, server, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The server commits each batch on its own.
            await Console.Messages.WriteLineAsync("stopped; what was written stays on the server, and publishing again completes it");
            return ExitCode.Cancelled;
        }

        await Console.Messages.WriteLineAsync(
            $"{server.Description}: {report.Nodes:N0} nodes sent, {report.NodesCreated:N0} of them new; "
            + $"{report.Relationships:N0} relationships sent, {report.RelationshipsCreated:N0} of them new");
        return ExitCode.Done;
    }

    private Task<PublishReport> PublishAsync(IPropertyGraph graph, IGraphDatabase server, CancellationToken cancellationToken)
    {
        var publisher = new GraphPublisher(new Neo4jBatchWriter(server, Clock));
        return BuildProgress.Run(Console, Clock, async progress =>
        {
            using var stages = new PublishStages(progress);
            return await publisher.PublishAsync(graph, stages, cancellationToken);
        });
    }

    /// <summary>Shows the publisher's two stages one after the other.</summary>
    private sealed class PublishStages(IBuildProgress progress) : IProgress<PublishProgress>, IDisposable
    {
        private IStageProgress? _stage;
        private string _name = "";
        private int _done;

        public void Report(PublishProgress value)
        {
            if (value.Stage != _name)
            {
                _stage?.Dispose();
                _stage = progress.Begin(value.Stage, value.Total);
                (_name, _done) = (value.Stage, 0);
            }

            _stage?.Report(value.Done - _done);
            _done = value.Done;
        }

        public void Dispose() => _stage?.Dispose();
    }
}
