using Stemma.GraphModel.Database;
using Stemma.GraphQuery;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphStore;

/// <summary>
/// Location of a graph, as the user writes it; the entry point of the project. A path leads to
/// <see cref="GraphFile"/> (one file, checked) → <see cref="ColumnGraph"/> (columns in memory) → <see cref="CypherEngine"/> → <see cref="EmbeddedGraphDatabase"/>;
/// an address to <see cref="Neo4jAddress"/> → <see cref="Neo4jGraphDatabase"/> (a server). A graph is written by <see cref="ColumnGraphLoader"/> →
/// <see cref="GraphFileWriter"/>, or by <see cref="Neo4jBatchWriter"/>.
/// </summary>
/// <param name="Text"><c>graph.stemma</c>, or <c>http://localhost:7474</c>.</param>
/// <param name="User">User name for a server; null for no authentication.</param>
/// <param name="Password">Password for a server; null for none.</param>
public sealed record GraphLocation(string Text, string? User = null, string? Password = null)
{
    /// <summary>True for a server, false for a file.</summary>
    public bool IsServer => Neo4jAddress.LooksLike(Text);

    /// <summary>Opens the graph. Throws <see cref="GraphUnavailableException"/>, as a <see cref="GraphFileException"/> for a file, with a sentence for the user.</summary>
    /// <param name="access">Highest access that queries may request.</param>
    /// <param name="clock">Current time of temporal functions, and clock of time limits.</param>
    /// <param name="cancellationToken">Stops loading or connecting.</param>
    public async Task<IGraphDatabase> OpenAsync(AccessMode access, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (IsServer)
        {
            return await Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(Text, User, Password), clock, cancellationToken).ConfigureAwait(false);
        }

        return await Task.Run(() => EmbeddedGraphDatabase.Open(Text, access == AccessMode.Write, clock, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }
}
