using System.CommandLine;
using System.Globalization;
using Stemma.GraphBuilder.Cli;

namespace Stemma.GraphApi.Hosting;

/// <summary>The graph and port requested on the command line.</summary>
/// <param name="Inputs">A graph file, a server's address, or files of papers; none for the sample corpus.</param>
/// <param name="Port">Port on 127.0.0.1; null for <see cref="DefaultPort"/>, or a free one if that is taken.</param>
/// <param name="Login">Credentials for a server.</param>
internal sealed record ServeRequest(IReadOnlyList<string> Inputs, int? Port, ServerLogin Login)
{
    /// <summary>The port if none is requested.</summary>
    public const int DefaultPort = 5180;
}

/// <summary>The command line of the service.</summary>
internal sealed class ServeCommand : RootCommand
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "A graph file, the address of a Neo4j server, or files of papers; the sample corpus where there is none",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int?> _port = new("--port")
    {
        Description = $"Port on 127.0.0.1; {ServeRequest.DefaultPort}, or a free one where that is taken",
        HelpName = "number",
    };

    private readonly ServerLoginFeature _login = new();

    /// <summary>Creates the command.</summary>
    /// <param name="serve">Serves until cancelled, and returns the exit code.</param>
    public ServeCommand(Func<ServeRequest, CancellationToken, Task<int>> serve)
        : base("Serves a graph of papers and concepts: the viewer, the API and its documentation")
    {
        Add(_inputs);
        Add(_port);
        _login.AddTo(this);
        _port.CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                return port;
            }

            result.AddError($"--port: expected a number from 0 to 65535, found '{text}'.");
            return null;
        };
        SetAction((parsed, cancellationToken) =>
            serve(new ServeRequest(parsed.GetValue(_inputs) ?? [], parsed.GetValue(_port), _login.Read(parsed)), cancellationToken));
    }
}
