using System.Text.Json;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Neo4j;

/// <summary>A graph in a Neo4j server, 5.25 or later, accessed through its HTTP Query API v2 with typed values. Safe for concurrent calls.</summary>
public sealed class Neo4jGraphDatabase : IGraphDatabase
{
    private static readonly Version OldestVersion = new(5, 25);

    private readonly HttpClient _http;
    private readonly Neo4jAddress _address;
    private readonly TimeProvider _clock;

    private Neo4jGraphDatabase(HttpClient http, Neo4jAddress address, TimeProvider clock, string version)
    {
        _http = http;
        _address = address;
        _clock = clock;
        Description = $"Neo4j {version} at {address}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects to the server and checks its version and the user's access.</summary>
    /// <exception cref="GraphUnavailableException">Nothing answers, it is not Neo4j 5.25 or later, or the user is refused.</exception>
    public static Task<Neo4jGraphDatabase> OpenAsync(Neo4jAddress address, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenAsync(address, clock, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, cancellationToken);

    /// <summary>Connects through a handler, of which the database disposes; for tests.</summary>
    internal static async Task<Neo4jGraphDatabase> OpenAsync(Neo4jAddress address, TimeProvider clock, HttpMessageHandler handler, CancellationToken cancellationToken)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            var version = await ReadVersionAsync(http, address, clock, cancellationToken).ConfigureAwait(false);
            var database = new Neo4jGraphDatabase(http, address, clock, version);
            await database.ReadAllAsync("RETURN 1", new Dictionary<string, GraphValue>(), QueryOptions.Reading, cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var limit = new QueryTimeLimit(options.Timeout, _clock, cancellationToken);
        try
        {
            using var request = QueryApiRequest.Make(_address, cypher, parameters, options.Access);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await Neo4jResult.OpenAsync(response, _address, options, limit, _clock, started).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            limit.Dispose();
            if (Translate(fault, limit, _address) is { } told)
            {
                throw told;
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The exception to report for a network fault or an exceeded time limit; null for any other.</summary>
    internal static Exception? Translate(Exception fault, QueryTimeLimit limit, Neo4jAddress address) =>
        limit.Explain(fault) ?? (Exception?)ServerFaults.Describe(fault, address);

    private static async Task<string> ReadVersionAsync(HttpClient http, Neo4jAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new QueryTimeLimit(TimeSpan.FromSeconds(10), clock, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address.Server);
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await http.SendAsync(request, limit.Token).ConfigureAwait(false);
            using var discovery = JsonDocument.Parse(await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false));
            return discovery.RootElement.ValueKind == JsonValueKind.Object && discovery.RootElement.TryGetProperty("neo4j_version", out var version)
                ? Accept(version.GetString() ?? "", address)
                : throw ServerFaults.Describe(response.StatusCode, address);
        }
        catch (JsonException)
        {
            throw new GraphUnavailableException($"What answers at {address} is not a Neo4j server. Give its HTTP address, usually on port 7474.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GraphUnavailableException($"The server at {address} did not answer within 10 s.");
        }
        catch (Exception fault) when (ServerFaults.Describe(fault, address) is not null)
        {
            throw ServerFaults.Describe(fault, address)!;
        }
    }

    private static string Accept(string version, Neo4jAddress address) =>
        Version.TryParse(version.Split('-', '+')[0], out var parsed) && parsed >= OldestVersion
            ? version
            : throw new GraphUnavailableException($"The server at {address} is Neo4j {version}; {OldestVersion} or later is needed, for its HTTP Query API.");
}
