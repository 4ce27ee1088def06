using System.Reflection;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphApi.Hosting;

/// <summary>The one graph that this process serves.</summary>
/// <param name="Database">Where it lives.</param>
/// <param name="Name">What a person calls it: a file name or an address.</param>
internal sealed record ServedGraph(IGraphDatabase Database, string Name) : IAsyncDisposable
{
    /// <summary>Version of Stemma.</summary>
    public static string Version { get; } =
        typeof(ServedGraph).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Whether nobody can change the graph while it is served: a file, opened for reading, as opposed to a server.</summary>
    public bool IsFixed => Database is EmbeddedGraphDatabase;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
