using System.Reflection;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphApi.Hosting;

/// <summary>The one graph that this process serves.</summary>
/// <param name="Database">The graph.</param>
/// <param name="Name">Name shown to users: a file name or an address.</param>
internal sealed record ServedGraph(IGraphDatabase Database, string Name) : IAsyncDisposable
{
    /// <summary>Version of Stemma.</summary>
    public static string Version { get; } =
        typeof(ServedGraph).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Whether the graph cannot change while it is served: true for a file, opened for reading, false for a server.</summary>
    public bool IsFixed => Database is EmbeddedGraphDatabase;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
