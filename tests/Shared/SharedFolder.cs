namespace Stemma.Testing;

/// <summary>The folder with real corpora, labelled data, the openCypher TCK and a Neo4j server: <c>STEMMA_SHARED</c>, else <c>shared</c> beside the checkout.</summary>
public static partial class SharedFolder
{
    /// <summary>Full path of an item in it, or null.</summary>
    public static string? Find(params string[] parts)
    {
        var root = Environment.GetEnvironmentVariable("STEMMA_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        var path = Path.GetFullPath(Path.Combine([root, .. parts]));
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }
}

/// <summary>The checkout.</summary>
public static class Repository
{
    /// <summary>The folder that contains Graph.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Graph.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Graph.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
