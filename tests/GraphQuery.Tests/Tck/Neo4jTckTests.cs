using System.Globalization;
using System.Text;
using Stemma.GraphStore.Neo4j;
using Stemma.Testing;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>
/// The TCK on a real Neo4j, with the same runner as for the embedded engine; takes minutes, so it runs only on request: <c>GraphQuery.Tests -explicit only -class "*Neo4jTckTests"</c>.
/// Procedures cannot be declared on a server, so scenarios that declare any are left out; any error is accepted, because a server names its errors differently.
/// </summary>
public sealed class Neo4jTckTests(Neo4jServer server) : IClassFixture<Neo4jServer>
{
    private static string Listed => Path.Combine(Repository.Root, "tests", "GraphQuery.Tests", "Tck", "neo4j-differences.txt");

    /// <summary>Writes the table for <c>docs/cypher.md</c> and the reasons of failures to <c>artifacts/tck</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Neo4j_differs_from_the_suite_where_we_say_it_does()
    {
        TckSuite.SkipWhereAbsent();
        var address = Neo4jAddress.Parse(server.Address, "neo4j", Neo4jServer.Password);
        await using var database = await Neo4jGraphDatabase.OpenAsync(address, TimeProvider.System, TestContext.Current.CancellationToken);
        var results = new List<(TckScenario Scenario, string? Failure)>();
        foreach (var scenario in TckSuite.Scenarios.Where(scenario => !DeclaresProcedure(scenario)))
        {
            using var limit = TckSuite.Limit(seconds: 120);
            results.Add((scenario, ScenarioRunner.Run(scenario, new ScenarioSetup(new ServerTckDatabase(database), TckSuite.Graphs, limit.Token))));
        }

        var report = new TckReport(results);
        Publish(report, database.Description);
        var failed = results.Where(result => result.Failure is not null).Select(result => result.Scenario.Id);
        Assert.Equal(File.Exists(Listed) ? await File.ReadAllLinesAsync(Listed, TestContext.Current.CancellationToken) : [], failed);
    }

    private static bool DeclaresProcedure(TckScenario scenario) =>
        scenario.Steps.Any(step => step.Sentence.StartsWith("there exists a procedure", StringComparison.Ordinal));

    private static void Publish(TckReport report, string engine)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "tck")).FullName;
        File.WriteAllText(Path.Combine(folder, "neo4j-failing.txt"), report.FailureList());
        var text = new StringBuilder("| category | of | Stemma | Neo4j | left out |\n|---|--:|--:|--:|--:|\n");
        var listed = TckManifest.Read();
        foreach (var category in TckSuite.Scenarios.GroupBy(scenario => scenario.Category).Append(TckSuite.Scenarios.GroupBy(_ => "**all**").Single()))
        {
            var run = report.Results.Where(result => category.Key == "**all**" || result.Scenario.Category == category.Key).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"| {category.Key} | {category.Count():N0} | {category.Count(scenario => listed.Contains(scenario.Id)):N0} | {run.Count(result => result.Failure is null):N0} | {category.Count() - run.Length} |\n");
        }

        File.WriteAllText(Path.Combine(folder, "neo4j.md"), $"{engine}: {report.Headline}\n\n{text}");
    }
}
