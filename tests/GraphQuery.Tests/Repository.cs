namespace Stemma.GraphQueryTests;

/// <summary>Finds files of the checkout that the tests run from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Graph.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Graph.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Graph.sln.");
        }

        return folder;
    }
}
