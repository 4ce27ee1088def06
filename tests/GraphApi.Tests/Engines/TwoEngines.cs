using Microsoft.AspNetCore.Builder;
using Stemma.GraphApi.Hosting;
using Stemma.GraphBuilder;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphBuilder.Publishing;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Neo4j;
using Stemma.Testing;
using Stemma.Testing.Engines;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Tests that compare the two engines, on one server.</summary>
[CollectionDefinition(nameof(TwoEngines))]
public sealed class TwoEnginesCollection : ICollectionFixture<TwoEngines>;

/// <summary>One graph twice, embedded and published to a real Neo4j server, with the service on each: the sample corpus and, if available, the real listing.</summary>
public sealed class TwoEngines : IAsyncLifetime
{
    private readonly Neo4jServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-engines-").FullName;
    private Engine? _embedded;
    private Engine? _neo4j;

    /// <summary>The graph in this process; the test is skipped if there is no server to compare it with.</summary>
    internal Engine Embedded => _server.Address.Length > 0 ? _embedded! : throw new InvalidOperationException();

    /// <summary>The graph on the server.</summary>
    internal Engine Neo4j => _server.Address.Length > 0 ? _neo4j! : throw new InvalidOperationException();

    /// <summary>Parameters for texts, with ids of the graph.</summary>
    internal QuerySituations Situations { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        if (!_server.IsRunning)
        {
            return;
        }

        var embedded = BuildGraph();
        var address = Neo4jAddress.Parse(_server.Address, "neo4j", Neo4jServer.Password);
        var neo4j = await Neo4jGraphDatabase.OpenAsync(address, TimeProvider.System, CancellationToken.None);
        await new GraphPublisher(new Neo4jBatchWriter(neo4j, TimeProvider.System)).PublishAsync(embedded.Graph, progress: null, CancellationToken.None);
        Situations = await QuerySituations.ReadAsync(embedded, CancellationToken.None);
        _embedded = await Engine.StartAsync(embedded);
        _neo4j = await Engine.StartAsync(new PatientDatabase(neo4j));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var engine in new[] { _embedded, _neo4j })
        {
            await (engine?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private EmbeddedGraphDatabase BuildGraph()
    {
        var papers = Directory.GetFiles(Path.Combine(Repository.Root, "data", "sample"), "*.jsonl").ToList();
        if (SharedFolder.Find("papers", "trending-listing.txt") is { } listing)
        {
            papers.Add(listing);
        }

        var file = Path.Combine(_folder, "both.stemma");
        Pipeline.LoadShipped(LinkOverrides.None, TimeProvider.System).Run(new BuildRequest(papers, file), NoProgress.Instance, CancellationToken.None);
        return EmbeddedGraphDatabase.Open(file, isWritable: false, TimeProvider.System, CancellationToken.None);
    }
}

/// <summary>A graph with the service on it.</summary>
/// <param name="Database">The graph.</param>
/// <param name="Content">Its content, for translating element ids.</param>
/// <param name="Client">HTTP client of the service.</param>
/// <param name="App">The service.</param>
internal sealed record Engine(IGraphDatabase Database, ContentText Content, HttpClient Client, WebApplication App) : IAsyncDisposable
{
    /// <summary>Starts the service on a free port.</summary>
    public static async Task<Engine> StartAsync(IGraphDatabase database)
    {
        var app = StemmaHost.Build(new ServedGraph(database, "both"), port: 0);
        await app.StartAsync();
        return new Engine(database, await ContentText.ReadAsync(database, CancellationToken.None), new HttpClient { BaseAddress = new Uri(app.Urls.First()) }, app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}
