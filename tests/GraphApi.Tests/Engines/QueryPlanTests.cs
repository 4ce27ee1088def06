using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Checks that the embedded engine runs every Cypher text of the product from an index, unless the question is about the whole graph.</summary>
public sealed class QueryPlanTests(SampleService service)
{
    /// <summary>Texts about all papers, concepts, authors or venues, which cannot be answered without a scan.</summary>
    private static readonly string[] AboutAll =
    [
        "ExploringQueries.PapersPerYear", "ExploringQueries.RichestLineage", "ExploringQueries.BestConcept", "StatisticsQueries.CountYears",
        "MiningQueries.Concepts", "MiningQueries.Roles", "AskQueries.BestKnownNames",
        "AskQueries.AuthorsLike", "AskQueries.AuthorsNamed", "AskQueries.PapersOfVenue", "AskQueries.PapersOfYears", "AskQueries.PapersByYear", "AskQueries.NewestYear",
    ];

    private static readonly string[] Scans = ["ScanNodes", "ScanTexts"];

    public static TheoryData<string> Names => [.. ProductQueries.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_text_begins_at_an_index(string name)
    {
        var plan = await PlanAsync(ProductQueries.All[name]);
        var scans = plan.Split('\n').Where(line => Scans.Any(scan => line.Contains(scan, StringComparison.Ordinal))).ToArray();
        if (AboutAll.Contains(name))
        {
            Assert.NotEmpty(scans);
        }
        else
        {
            Assert.True(scans.Length == 0, plan);
        }
    }

    [Fact]
    public void Only_texts_that_there_are_may_scan() => Assert.Empty(AboutAll.Except(ProductQueries.All.Keys));

    private async Task<string> PlanAsync(string cypher)
    {
        await using var result = await service.Graph.Database.RunAsync("EXPLAIN " + cypher, new Dictionary<string, GraphValue>(), QueryOptions.Reading, TestContext.Current.CancellationToken);
        return result.Summary.Plan!;
    }
}
