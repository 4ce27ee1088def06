namespace Stemma.Testing;

public static partial class SharedFolder
{
    /// <summary>Full path of an item in it; skips the test, naming the item, if it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Find(parts);
        Assert.SkipWhen(path is null, $"needs {string.Join('/', parts)} in the folder named by STEMMA_SHARED (default ../shared)");
        return path!;
    }
}
