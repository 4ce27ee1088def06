using Stemma.GraphApi.Hosting;
using Stemma.GraphBuilder.Cli;

namespace Stemma.GraphApi;

/// <summary>
/// Entry point of the service: arguments → <see cref="ServeRequest"/> → <see cref="GraphSource"/> → <see cref="ServedGraph"/> → <see cref="StemmaHost"/> →
/// <see cref="Routes"/>. Every endpoint accesses the graph only through <see cref="GraphModel.Database.IGraphDatabase"/> and returns a view of
/// <c>Wire/</c>.
/// </summary>
public static class Program
{
    /// <summary>Serves until stopped. Exit codes are those of the command line.</summary>
    public static Task<int> Main(string[] args) => new ServeCommand(ServeAsync).Parse(args).InvokeAsync();

    private static Task<int> ServeAsync(ServeRequest request, CancellationToken cancellationToken)
    {
        var console = CommandConsole.OfProcess();
        return CommandFaults.RunAsync(() => ServeAsync(request, console, cancellationToken), console.Messages, verbose: false);
    }

    private static async Task<int> ServeAsync(ServeRequest request, CommandConsole console, CancellationToken cancellationToken)
    {
        await using var graph = await new GraphSource(console, TimeProvider.System).OpenAsync(request, cancellationToken);
        var port = StemmaHost.ChoosePort(request.Port);
        if (port == 0 && request.Port is null)
        {
            console.Messages.WriteLine($"Port {ServeRequest.DefaultPort} is taken, so another one serves.");
        }

        await using var app = StemmaHost.Build(graph, port);
        await app.StartAsync(cancellationToken);
        if (!ViewerFiles.Exist)
        {
            console.Messages.WriteLine($"\n{ViewerFiles.Absent}");
        }

        console.Messages.WriteLine($"\nServing {graph.Name} at {app.Urls.First()}   (Ctrl-C stops)");
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
