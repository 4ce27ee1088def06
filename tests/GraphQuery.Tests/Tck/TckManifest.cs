using Stemma.Testing;
namespace Stemma.GraphQueryTests.Tck;

/// <summary>The committed list of passing scenarios, one id per line. It must be exact: a lost scenario is a regression, a gained one must be added.</summary>
internal static class TckManifest
{
    private static string Location => Path.Combine(Repository.Root, "tests", "GraphQuery.Tests", "Tck", "passing.txt");

    /// <summary>The ids.</summary>
    public static IReadOnlySet<string> Read() => File.Exists(Location) ? File.ReadLines(Location).ToHashSet(StringComparer.Ordinal) : [];

    /// <summary>Replaces the list.</summary>
    public static void Write(IEnumerable<string> ids) => File.WriteAllText(Location, string.Concat(ids.Select(id => id + "\n")));
}
