namespace Stemma.GraphBuilderTests;

/// <summary>Finds the files of the checkout that the tests read, from wherever the test program was built.</summary>
internal static class RepositoryTree
{
    private static readonly string Root = FindRoot();

    /// <summary>Absolute path of a file or folder, given the names below the checkout.</summary>
    public static string PathOf(params string[] names) => Path.Combine([Root, .. names]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Graph.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"expected Graph.sln in a folder above {AppContext.BaseDirectory}, found none");
    }
}
