using System.Globalization;
using Stemma.GraphQuery.Errors;
using Xunit;

namespace Stemma.GraphQueryTests.Tck;

public sealed class DamagedQueriesTests
{
    /// <summary>Number of damaged variants of each query. <c>STEMMA_MUTATIONS</c> sets a higher number, with other seeds.</summary>
    private static int Variants => int.TryParse(Environment.GetEnvironmentVariable("STEMMA_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 1;

    [Fact]
    public void A_damaged_query_gives_rows_or_a_fault_of_cypher_and_a_fault_changes_nothing()
    {
        TckSuite.SkipWhereAbsent();
        var queries = TckSuite.Scenarios
            .Select(scenario => scenario.Steps.First(step => step.Sentence == "executing query:").Text!)
            .ToArray();
        var stopped = 0;
        for (var seed = 1; seed <= Variants; seed++)
        {
            var mutator = new QueryMutator(queries, seed);
            foreach (var scenario in TckSuite.Scenarios)
            {
                stopped += RunDamaged(scenario, mutator) is OperationCanceledException ? 1 : 0;
            }
        }

        // Damage can create a large cross product, which no engine completes; such queries are few.
        Assert.InRange(stopped, 0, Variants * TckSuite.Scenarios.Count / 200);
    }

    private static Exception? RunDamaged(TckScenario scenario, QueryMutator mutator)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        var setup = new ScenarioSetup(new TckDatabase(), TckSuite.Graphs, limit.Token);
        var query = mutator.Mutate(scenario.Steps.SkipWhile(setup.TryTake).First().Text!);
        var before = setup.Database.Snapshot();

        var fault = Record.Exception(() => setup.Run(query));

        Assert.True(fault is null or CypherException or OperationCanceledException, $"{scenario.Id}, damaged to\n{query}\nmade {fault}");
        Assert.True(fault is null || GraphSnapshot.Difference(before, setup.Database.Snapshot()).Count == 0, $"{query}\nfailed and left changes");
        return fault;
    }
}
