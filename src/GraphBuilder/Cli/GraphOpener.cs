using Stemma.GraphModel.Database;
using Stemma.GraphStore;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Opens a graph by what the user calls it: the path of a file, or the address of a Neo4j server.</summary>
public static class GraphOpener
{
    /// <summary>
    /// Opens it for queries. Throws <see cref="GraphFileException"/> for a file that is no graph, <see cref="GraphUnavailableException"/> for a server that
    /// does not answer and for an address that only the official driver can use.
    /// </summary>
    /// <param name="graph">Path or address.</param>
    /// <param name="login">For a server.</param>
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

    /// <summary>Loads a graph file into memory, for what needs the whole graph at once.</summary>
    /// <param name="graph">Path; an address gets a sentence.</param>
    /// <param name="purpose">What the graph is wanted for, for that sentence: <c>export</c>.</param>
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
