using System.CommandLine;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Cli.Progress;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Cli;

/// <summary>The argument that names the corpus to mine: a graph, or files of papers, from which a temporary graph is built for the command.</summary>
internal sealed class MinedGraph
{
    private readonly Argument<string[]> _inputs = new("input")
    {
        Description = "A graph file, the http:// address of a Neo4j server, or files of papers as build reads them",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ServerLoginFeature _login = new();

    /// <summary>Adds it to a command.</summary>
    public MinedGraph(Command command)
    {
        command.Add(_inputs);
        _login.AddTo(command);
    }

    /// <summary>Opens the graph, or builds one from the papers.</summary>
    public async Task<Opened> OpenAsync(ParseResult parsed, CommandConsole console, TimeProvider clock, CancellationToken cancellationToken)
    {
        var inputs = parsed.GetRequiredValue(_inputs);
        var graph = Array.Find(inputs, input => Neo4jAddress.LooksLike(input) || GraphFile.HasContainerMark(input));
        if (graph is null)
        {
            return await BuildAsync(inputs, console, clock, cancellationToken);
        }

        return inputs.Length == 1
            ? new Opened(await GraphOpener.OpenAsync(graph, _login.Read(parsed), isWritable: false, clock, cancellationToken), HasLosses: false, Folder: null)
            : throw new CommandException($"{graph} is a graph and stands beside other inputs; give one graph, or files of papers");
    }

    private static async Task<Opened> BuildAsync(string[] papers, CommandConsole console, TimeProvider clock, CancellationToken cancellationToken)
    {
        Array.ForEach(papers, InputFileException.ThrowIfNoFile);
        var folder = Directory.CreateTempSubdirectory("stemma-mine-");
        try
        {
            var request = new BuildRequest(papers, Path.Combine(folder.FullName, "papers.stemma"));
            var pipeline = Pipeline.LoadShipped(LinkOverrides.ReadUsual(), clock);
            var built = BuildProgress.Run(console, clock, progress => pipeline.Run(request, progress, cancellationToken));
            new ReadingReportText(console.Messages).Write(built.Report);
            return new Opened(await GraphOpener.OpenAsync(request.Output, ServerLogin.None, isWritable: false, clock, cancellationToken), built.Report.HasLosses, folder);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>An open graph.</summary>
    /// <param name="Database">The graph.</param>
    /// <param name="HasLosses">Whether records were skipped or repaired while building it.</param>
    /// <param name="Folder">Temporary folder that is deleted on disposal, or null.</param>
    public sealed record Opened(IGraphDatabase Database, bool HasLosses, DirectoryInfo? Folder) : IAsyncDisposable
    {
        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await Database.DisposeAsync();
            Folder?.Delete(recursive: true);
        }
    }
}
