using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Stemma.GraphApi.Hosting;
using Stemma.GraphBuilder;
using Stemma.GraphBuilder.Building;
using Stemma.GraphBuilder.Linking;
using Stemma.GraphStore.Embedded;
using Stemma.Testing;

[assembly: AssemblyFixture(typeof(Stemma.GraphApiTests.SampleService))]

namespace Stemma.GraphApiTests;

/// <summary>The service on the sample corpus, on a free port of this machine, for all tests of the assembly.</summary>
public sealed class SampleService : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-api-").FullName;
    private ServedGraph? _graph;
    private WebApplication? _app;

    /// <summary>HTTP client of the service.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>The served graph.</summary>
    internal ServedGraph Graph => _graph!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var file = Path.Combine(_folder, "sample.stemma");
        var papers = Directory.GetFiles(Path.Combine(Repository.Root, "data", "sample"), "*.jsonl");
        Pipeline.LoadShipped(LinkOverrides.None, TimeProvider.System).Run(new BuildRequest(papers, file), NoProgress.Instance, CancellationToken.None);
        _graph = new ServedGraph(EmbeddedGraphDatabase.Open(file, isWritable: false, TimeProvider.System, CancellationToken.None), "sample.stemma");
        _app = StemmaHost.Build(_graph, port: 0);
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        await _graph!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Gets a document; any status other than success fails the test.</summary>
    public async Task<JsonNode> GetAsync(string path) =>
        await Client.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("null");

    /// <summary>Posts an object as JSON; returns status and response.</summary>
    public Task<(int Status, JsonNode Body)> PostAsync(string path, object request) => PostAsync(path, JsonContent.Create(request));

    /// <summary>Posts a JSON text unchanged; returns status and response.</summary>
    public Task<(int Status, JsonNode Body)> PostJsonAsync(string path, string json) => PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<(int Status, JsonNode Body)> PostAsync(string path, HttpContent request)
    {
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Gets a problem document; returns status and document.</summary>
    public async Task<(int Status, JsonNode Body)> GetProblemAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }
}
