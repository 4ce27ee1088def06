using Xunit;

namespace Stemma.GraphBuilderTests;

/// <summary>Finds real input for tests, which is not part of the project: at STEMMA_SHARED, else in <c>shared</c> beside the checkout.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file; skips the test, saying so, where it is absent.</summary>
    public static string Find(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("STEMMA_SHARED") ?? Beside(), name);
        Assert.SkipUnless(File.Exists(path), $"needs {name} of the shared test input (STEMMA_SHARED)");
        return path;
    }

    private static string Beside()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Graph.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.Parent?.FullName ?? "/", "shared");
    }
}
