using Stemma.Testing;
using System.Diagnostics;
using Stemma.GraphQuery.Errors;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Tests the engine with the openCypher TCK, which is outside the project, at <c>$STEMMA_SHARED/tck</c>.</summary>
public sealed class TckTests
{
    [Fact]
    public void The_manifest_of_passing_scenarios_is_exact()
    {
        TckSuite.SkipWhereAbsent();
        var clock = Stopwatch.StartNew();
        var report = new TckReport([.. TckSuite.RunAll(() => new TckDatabase())]);
        Publish(report, clock.Elapsed);
        if (Environment.GetEnvironmentVariable("UPDATE_MANIFEST") == "1")
        {
            TckManifest.Write(report.Passed);
            return;
        }

        var listed = TckManifest.Read();
        var passed = report.Passed.ToHashSet(StringComparer.Ordinal);
        Assert.Empty(report.Results.Where(result => listed.Contains(result.Scenario.Id) && result.Failure is not null).Select(Describe));
        Assert.Empty(passed.Where(id => !listed.Contains(id)).Select(id => $"{id} passes but is not listed; run with UPDATE_MANIFEST=1"));
        Assert.Empty(listed.Where(id => !passed.Contains(id)).Select(id => $"{id} is listed but is no scenario"));
    }

    [Fact]
    public void What_passes_on_a_graph_that_queries_wrote_passes_on_one_that_was_loaded_into_columns()
    {
        TckSuite.SkipWhereAbsent();
        var listed = TckManifest.Read();
        Assert.Empty(TckSuite.RunAll(() => new LoadedTckDatabase()).Where(result => listed.Contains(result.Scenario.Id) && result.Failure is not null).Select(Describe));
    }

    [Fact]
    public void A_reading_run_refuses_every_query_that_would_change_the_graph()
    {
        TckSuite.SkipWhereAbsent();
        var refused = 0;
        foreach (var scenario in TckSuite.Scenarios)
        {
            using var limit = TckSuite.Limit();
            var setup = new ScenarioSetup(new TckDatabase(), TckSuite.Graphs, limit.Token);
            var query = scenario.Steps.SkipWhile(setup.TryTake).First().Text!;
            var before = setup.Database.Snapshot();
            var fault = Record.Exception(() => setup.Run(query, isReadOnly: true));
            var changes = scenario.Steps.Any(step => step.Sentence == "the side effects should be:" && step.Table.Any(row => row[1] != "0"));

            Assert.Empty(GraphSnapshot.Difference(before, setup.Database.Snapshot()));
            Assert.True(!changes || fault is CypherException { Type: CypherErrorType.AccessModeError }, $"{scenario.Id}: {fault}");
            refused += changes ? 1 : 0;
        }

        Assert.True(refused > 200, $"Only {refused} scenarios of the suite change the graph.");
    }

    /// <summary>Writes the lists to <c>artifacts/tck</c> and the table to the test's output.</summary>
    private static void Publish(TckReport report, TimeSpan elapsed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "tck")).FullName;
        File.WriteAllLines(Path.Combine(folder, "passing.txt"), report.Passed);
        File.WriteAllText(Path.Combine(folder, "failing.txt"), report.FailureList());
        File.WriteAllText(Path.Combine(folder, "table.md"), report.Table());
        TestContext.Current.TestOutputHelper?.WriteLine($"{report.Headline}, in {elapsed.TotalSeconds:0.0} s\n{report.Table()}");
    }

    private static string Describe((TckScenario Scenario, string? Failure) result) => $"{result.Scenario.Id}: {result.Failure}";
}
