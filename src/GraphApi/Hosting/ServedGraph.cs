using System.Reflection;
using Stemma.GraphModel.Database;

namespace Stemma.GraphApi.Hosting;

/// <summary>The one graph that this process serves.</summary>
/// <param name="Database">Where it lives.</param>
/// <param name="Name">What a person calls it: a file name or an address.</param>
internal sealed record ServedGraph(IGraphDatabase Database, string Name) : IAsyncDisposable
{
    /// <summary>Version of Stemma.</summary>
    public static string Version { get; } =
        typeof(ServedGraph).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
