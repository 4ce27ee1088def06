using System.Xml.Linq;
using Stemma.Testing;

namespace Stemma.GraphModelTests;

/// <summary>The arrows between projects (docs/tour.md) as the project files state them.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Order = ["GraphModel", "GraphQuery", "GraphAnalysis", "GraphStore", "GraphBuilder", "GraphApi"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["GraphModel"] = [],
        ["GraphQuery"] = ["GraphModel"],
        ["GraphAnalysis"] = ["GraphModel"],
        ["GraphStore"] = ["GraphModel", "GraphQuery"],
        ["GraphBuilder"] = ["GraphModel", "GraphQuery", "GraphAnalysis", "GraphStore", "Neo4jDriver"],
        ["GraphApi"] = ["GraphModel", "GraphQuery", "GraphAnalysis", "GraphStore", "GraphBuilder"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "Graph*").Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_the_projects_below_it(string project)
    {
        Assert.Contains(project, Order);
        Assert.True(Array.TrueForAll(Order, name => Directory.Exists(Path.Combine(Repository.Root, "src", name))));
        var references = ItemsOf(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Fact]
    public void The_model_depends_on_no_package() => Assert.Empty(ItemsOf("GraphModel", "PackageReference"));

    [Fact]
    public void Only_the_analysis_depends_on_QuikGraph() =>
        Assert.Equal(["GraphAnalysis"], Projects.Select(row => row.Data).Where(project => ItemsOf(project, "PackageReference").Contains("QuikGraph")));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_follow_folders(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        var strays = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (File: file, Declared: NamespaceIn(file), Expected: NamespaceOf(folder, file)))
            .Where(found => found.Declared is not null && found.Declared != found.Expected)
            .Select(found => $"{found.File}: {found.Declared} instead of {found.Expected}");
        Assert.Empty(strays);
    }

    private static string? NamespaceIn(string file) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    private static string NamespaceOf(string projectFolder, string file) =>
        $"Stemma.{Path.GetFileName(projectFolder)}.{Path.GetRelativePath(projectFolder, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')}"
            .TrimEnd('.');

    private static IEnumerable<string> ItemsOf(string project, string item) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants(item).Select(element => (string)element.Attribute("Include")!);
}
