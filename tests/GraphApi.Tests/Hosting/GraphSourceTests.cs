using Stemma.GraphApi.Hosting;

namespace Stemma.GraphApiTests.Hosting;

/// <summary>Tests of the name under which a built graph is cached.</summary>
public sealed class GraphSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-source-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_change_of_the_decisions_on_names_gives_another_graph()
    {
        var papers = Write("papers.jsonl", "{}");
        var overrides = Path.Combine(_folder.FullName, "overrides.tsv");
        var without = GraphSource.CachedFile([papers], overrides);
        Write("overrides.tsv", "merge\tA\tB\n");
        var merged = GraphSource.CachedFile([papers], overrides);
        Write("overrides.tsv", "merge\tA\tC\n");
        var changed = GraphSource.CachedFile([papers], overrides);

        Assert.Distinct([without, merged, changed]);
        Assert.Equal(changed, GraphSource.CachedFile([papers], overrides));
        Assert.NotEqual(changed, GraphSource.CachedFile([papers, overrides], "absent.tsv"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
