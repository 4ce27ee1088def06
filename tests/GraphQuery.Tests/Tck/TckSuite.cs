using Stemma.Testing;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The location of the TCK, and its scenarios, read once.</summary>
internal static class TckSuite
{
    private static readonly Lazy<IReadOnlyList<TckScenario>> All = new(() => FeatureReader.ReadAll(Path.Combine(Location, "features")));

    /// <summary>Every expanded scenario, in the order of the feature files.</summary>
    public static IReadOnlyList<TckScenario> Scenarios => All.Value;

    /// <summary>The folder of named graphs.</summary>
    public static string Graphs => Path.Combine(Location, "graphs");

    /// <summary>Runs every scenario, each on a new database.</summary>
    public static IEnumerable<(TckScenario Scenario, string? Failure)> RunAll(Func<ITckDatabase> create)
    {
        foreach (var scenario in Scenarios)
        {
            using var limit = Limit();
            yield return (scenario, ScenarioRunner.Run(scenario, new ScenarioSetup(create(), Graphs, limit.Token)));
        }
    }

    /// <summary>Stops a scenario that hangs; the slowest takes well under a second.</summary>
    public static CancellationTokenSource Limit(int seconds = 10)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        return limit;
    }

    private static string Location => Path.Combine(
        Environment.GetEnvironmentVariable("STEMMA_SHARED") ?? Path.Combine(Repository.Root, "..", "shared"), "tck");

    /// <summary>Skips the running test if the TCK is not available.</summary>
    public static void SkipWhereAbsent() =>
        Assert.SkipUnless(Directory.Exists(Location), $"The openCypher TCK is not at {Location}; set STEMMA_SHARED to the folder that holds its folder tck.");
}
