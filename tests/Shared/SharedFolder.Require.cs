namespace Stemma.Testing;

public static partial class SharedFolder
{
    /// <summary>Full path of something in it; the test skips, saying what it lacks, where that is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Find(parts);
        Assert.SkipWhen(path is null, $"needs {string.Join('/', parts)} in the folder named by STEMMA_SHARED (default ../shared)");
        return path!;
    }
}
