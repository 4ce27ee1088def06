using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphAnalysisTests;

public sealed class LineageFinderTests
{
    [Fact]
    public async Task Descendants_come_with_their_depth_each_after_what_it_descends_from()
    {
        var lineage = await FindAsync("b → a, c → b, d → b", new LineageRequest("a") { Direction = LineageDirection.Descendants });

        Assert.Equal(["a 0", "b 1", "c 2", "d 2"], lineage.Nodes.Select(node => $"{node.Id} {node.Depth}").Order(StringComparer.Ordinal));
        AssertOrdered(lineage);
    }

    [Fact]
    public async Task Ancestors_have_negative_depth()
    {
        var lineage = await FindAsync("b → a, c → b", new LineageRequest("c") { Direction = LineageDirection.Ancestors });

        Assert.Equal(["a -2", "b -1", "c 0"], lineage.Nodes.Select(node => $"{node.Id} {node.Depth}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_arc_that_a_longer_way_implies_is_marked()
    {
        var lineage = await FindAsync("b → a, c → b, c → a", new LineageRequest("a"));

        Assert.Equal(["c a"], lineage.Arcs.Where(arc => arc.IsImplied).Select(arc => $"{arc.From} {arc.To}"));
    }

    [Fact]
    public async Task A_cycle_is_broken_where_the_older_would_descend_from_the_younger()
    {
        var lineage = await FindAsync("a → b, b → a, c → b", new LineageRequest("a"));

        Assert.Equal(["a b"], lineage.RemovedArcs.Select(arc => $"{arc.From} {arc.To}"));
        AssertOrdered(lineage);
    }

    [Fact]
    public async Task Depth_and_limit_cut_and_the_total_says_so()
    {
        var shallow = await FindAsync("b → a, c → b, d → c", new LineageRequest("a") { Depth = 1 });
        var small = await FindAsync("b → a, c → a, d → a", new LineageRequest("a") { Limit = 2 });

        Assert.Equal(["a", "b"], shallow.Nodes.Select(node => node.Id));
        Assert.Equal((2, 4), (small.Nodes.Count, small.Total));
    }

    [Fact]
    public async Task As_of_a_year_later_concepts_do_not_exist()
    {
        var lineage = await FindAsync("b → a, c → b", new LineageRequest("a") { AsOf = 2001 });

        Assert.Equal(["a", "b"], lineage.Nodes.Select(node => node.Id));
    }

    [Fact]
    public async Task An_unknown_id_has_no_lineage()
    {
        await using var database = Open("b → a");

        Assert.Null(await new LineageFinder(database).FindAsync(new LineageRequest("nobody"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Paths_are_found_in_both_directions_best_first()
    {
        await using var database = Open("b → a, c → b, d → a, d → c, e → d");

        var paths = await new LineageFinder(database).FindPathsAsync("b", "e", 2, null, TestContext.Current.CancellationToken);

        Assert.Equal(["b a d e", "b c d e"], paths.Select(path => string.Join(' ', path.Nodes.Select(IdOf))).Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.Equal(path.Nodes.Count - 1, path.Relationships.Count));
    }

    [Fact]
    public async Task Unconnected_concepts_have_no_path()
    {
        await using var database = Open("b → a, d → c");

        Assert.Empty(await new LineageFinder(database).FindPathsAsync("a", "c", 3, null, TestContext.Current.CancellationToken));
    }

    private static string IdOf(GraphNode node) => node.Properties["id"].AsString();

    private static void AssertOrdered(Lineage lineage)
    {
        var place = lineage.Nodes.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        Assert.All(lineage.Arcs, arc => Assert.True(place[arc.To] < place[arc.From]));
    }

    private static async Task<Lineage> FindAsync(string arrows, LineageRequest request)
    {
        await using var database = Open(arrows);
        return (await new LineageFinder(database).FindAsync(request, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Concepts named by letters, a first seen in 2000, b in 2001 and so on, with BUILDS_ON between them.</summary>
    private static EmbeddedGraphDatabase Open(string arrows)
    {
        var loader = new ColumnGraphLoader();
        var nodes = new Dictionary<string, int>();
        foreach (var name in arrows.Split([' ', '→', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal))
        {
            nodes[name] = loader.AddNode(
                ["Concept", "Method"],
                [new("id", GraphValue.From(name)), new("name", GraphValue.From(name)), new("firstYear", GraphValue.From(2000L + name[0] - 'a')), new("paperCount", GraphValue.From(1L))]);
        }

        foreach (var ends in arrows.Split(", ").Select(arrow => arrow.Split(" → ")))
        {
            loader.AddRelationship("BUILDS_ON", nodes[ends[0]], nodes[ends[1]], [new("confidence", GraphValue.From(0.9)), new("papers", GraphValue.From(1L))]);
        }

        return EmbeddedGraphDatabase.Over(loader.Finish(), TimeProvider.System);
    }
}
