using Stemma.GraphModel.Database;
using Stemma.GraphStore;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Opens a graph named by the user: a file path, or the address of a Neo4j server.</summary>
public static class GraphOpener
{
    /// <summary>
    /// Opens it for queries. Throws <see cref="GraphFileException"/> for a file that is not a graph, and <see cref="GraphUnavailableException"/> for a server that does
    /// not answer or an address that only the official driver supports.
    /// </summary>
    /// <param name="graph">Path or address.</param>
    /// <param name="login">User and password for a server.</param>
    /// <param name="isWritable">Whether queries may write to a file.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    public static async Task<IGraphDatabase> OpenAsync(
        string graph, ServerLogin login, bool isWritable, TimeProvider clock, CancellationToken cancellationToken)
    {
#if NEO4J_DRIVER
        if (Neo4jAddress.NeedsDriver(graph))
        {
            return await Interop.Neo4jDriver.DriverGraphDatabase.OpenAsync(new Uri(graph), login.User, login.Password, clock, cancellationToken);
        }
#endif
        var location = new GraphLocation(graph, login.User, login.Password);
        return await location.OpenAsync(isWritable ? AccessMode.Write : AccessMode.Read, clock, cancellationToken);
    }

    /// <summary>Loads a graph file into memory, for operations on the whole graph.</summary>
    /// <param name="graph">Path; an address throws <see cref="CommandException"/>.</param>
    /// <param name="purpose">Name of the operation, for that message: <c>export</c>.</param>
    /// <param name="cancellationToken">Stops loading.</param>
    public static ColumnGraph LoadFile(string graph, string purpose, CancellationToken cancellationToken)
    {
        if (Neo4jAddress.LooksLike(graph))
        {
            throw new CommandException($"{purpose} reads a graph file, and {graph} is a server; name the file that it was published from");
        }

        using var file = GraphFile.Open(graph);
        return file.LoadGraph(cancellationToken);
    }
}
