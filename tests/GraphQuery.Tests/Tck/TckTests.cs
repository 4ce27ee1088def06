using System.Diagnostics;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>Judges the engine by the openCypher TCK, which lies outside the project, at <c>$STEMMA_SHARED/tck</c>.</summary>
public sealed class TckTests
{
    /// <summary>A scenario that runs longer than this hangs; the slowest takes well under a second.</summary>
    private static readonly TimeSpan ScenarioLimit = TimeSpan.FromSeconds(10);

    private static string TckDirectory => Path.Combine(
        Environment.GetEnvironmentVariable("STEMMA_SHARED") ?? Path.Combine(Repository.Root, "..", "shared"), "tck");

    [Fact]
    public void The_manifest_of_passing_scenarios_is_exact()
    {
        Assert.SkipUnless(Directory.Exists(TckDirectory), $"The openCypher TCK is not at {TckDirectory}; set STEMMA_SHARED to the folder that holds it.");
        var clock = Stopwatch.StartNew();
        var report = RunAll();
        Publish(report, clock.Elapsed);

        var passed = report.Passed.ToHashSet(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_MANIFEST") == "1")
        {
            TckManifest.Write(report.Passed);
            return;
        }

        var listed = TckManifest.Read();
        Assert.Empty(report.Failures.Where(result => listed.Contains(result.Scenario.Id) && result.Failure is not null).Select(Describe));
        Assert.Empty(passed.Where(id => !listed.Contains(id)).Select(id => $"{id} passes but is not listed; run with UPDATE_MANIFEST=1"));
        Assert.Empty(listed.Where(id => !passed.Contains(id)).Select(id => $"{id} is listed but is no scenario"));
    }

    private static TckReport RunAll()
    {
        var graphs = Path.Combine(TckDirectory, "graphs");
        var scenarios = FeatureReader.ReadAll(Path.Combine(TckDirectory, "features"));
        return new TckReport([.. scenarios.Select(scenario =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(ScenarioLimit);
            return (scenario, ScenarioRunner.Run(scenario, graphs, limit.Token));
        })]);
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
