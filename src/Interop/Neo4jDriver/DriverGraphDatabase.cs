using Neo4j.Driver;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.Interop.Neo4jDriver;

/// <summary>
/// A graph in Neo4j, accessed through the official driver: <c>bolt://</c>, <c>neo4j://</c> and their encrypted forms, with cluster routing and a time limit enforced by
/// the server. Safe for concurrent calls.
/// </summary>
public sealed class DriverGraphDatabase : IGraphDatabase
{
    private readonly IDriver _driver;
    private readonly TimeProvider _clock;
    private readonly string _address;

    private DriverGraphDatabase(IDriver driver, TimeProvider clock, string address, string agent)
    {
        _driver = driver;
        _clock = clock;
        _address = address;
        Description = $"{agent} at {address}";
    }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects and reads the server's name and version.</summary>
    /// <exception cref="GraphUnavailableException">The server does not answer, or refuses the user.</exception>
    public static async Task<DriverGraphDatabase> OpenAsync(
        Uri address, string? user, string? password, TimeProvider clock, CancellationToken cancellationToken)
    {
        var driver = GraphDatabase.Driver(address, user is null ? AuthTokens.None : AuthTokens.Basic(user, password ?? ""));
        try
        {
            var server = await driver.GetServerInfoAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return new DriverGraphDatabase(driver, clock, address.ToString().TrimEnd('/'), server.Agent.Replace('/', ' '));
        }
        catch (Neo4jException fault)
        {
            await driver.DisposeAsync().ConfigureAwait(false);
            throw Translate(fault, address.ToString());
        }
        catch
        {
            await driver.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IQueryResult> RunAsync(
        string cypher, IReadOnlyDictionary<string, GraphValue> parameters, QueryOptions options, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var mode = options.Access == GraphModel.Database.AccessMode.Read ? global::Neo4j.Driver.AccessMode.Read : global::Neo4j.Driver.AccessMode.Write;
        var session = _driver.AsyncSession(config => config.WithDefaultAccessMode(mode));
        try
        {
            var arguments = parameters.ToDictionary(pair => pair.Key, pair => DriverValues.ToDriver(pair.Value), StringComparer.Ordinal);
            var cursor = await session.RunAsync(cypher, arguments, config => config.WithTimeout(options.Timeout ?? TimeSpan.Zero))
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            return new DriverResult(session, cursor, await cursor.KeysAsync().ConfigureAwait(false), options.MaxRows, _clock, started, _address);
        }
        catch (Neo4jException fault)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw Translate(fault, _address);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    internal static Exception Translate(Neo4jException fault, string address) => fault switch
    {
        ServiceUnavailableException or SessionExpiredException => new GraphUnavailableException($"No Neo4j server answers at {address}.", fault),
        AuthenticationException => new GraphUnavailableException($"The Neo4j server at {address} refuses this user: wrong name or password.", fault),
        _ => new QueryException(fault.Code ?? "Neo.ClientError", fault.Message.Split('\n')[0], innerException: fault),
    };
}
