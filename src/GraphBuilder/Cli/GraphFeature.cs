using System.CommandLine;
using Stemma.GraphModel.Database;

namespace Stemma.GraphBuilder.Cli;

/// <summary>The argument and options that name a graph: a file, or the address of a server with user and password.</summary>
internal sealed class GraphFeature
{
    private readonly Argument<string> _graph = new("graph") { Description = "Graph file, or http:// address of a Neo4j server" };

    private readonly ServerLoginFeature _login = new();

    /// <summary>Adds them to a command.</summary>
    public GraphFeature(Command command)
    {
        command.Add(_graph);
        _login.AddTo(command);
    }

    /// <summary>The path or address that the user gave.</summary>
    public string NameOf(ParseResult parsed) => parsed.GetRequiredValue(_graph);

    /// <summary>Opens the graph for queries.</summary>
    public Task<IGraphDatabase> OpenAsync(ParseResult parsed, TimeProvider clock, CancellationToken cancellationToken, bool isWritable = false) =>
        GraphOpener.OpenAsync(NameOf(parsed), _login.Read(parsed), isWritable, clock, cancellationToken);
}
