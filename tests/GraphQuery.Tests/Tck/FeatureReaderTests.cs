using Xunit;

namespace Stemma.GraphQueryTests.Tck;

public sealed class FeatureReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tck-").FullName;

    [Fact]
    public void A_feature_is_expanded_with_its_background_and_examples()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "clauses", "sample"));
        File.WriteAllText(Path.Combine(_folder, "clauses", "sample", "Sample1.feature"), """"
            Feature: Sample1 - reading
              Background:
                Given an empty graph
              @skipStyleCheck
              Scenario: [1] plain
                When executing query:
                  """
                  RETURN 1
                  """
                Then the result should be, in any order:
                  | a\|b | 'c\\d' |
              Scenario Outline: [2] with <what>
                When executing query:
                  """
                  RETURN <what>
                  """
                Then the result should be empty
                Examples:
                  | what |
                  | 2    |
                  | 'x'  |
              Scenario: [2] numbered twice
                Then the result should be empty
            """");

        var scenarios = FeatureReader.ReadAll(_folder);

        string[] ids = ["clauses/sample/Sample1 [1]", "clauses/sample/Sample1 [2] #1", "clauses/sample/Sample1 [2] #2", "clauses/sample/Sample1 [2b]"];
        Assert.Equal(ids, scenarios.Select(scenario => scenario.Id));
        Assert.All(scenarios, scenario => Assert.Equal("an empty graph", scenario.Steps[0].Sentence));
        Assert.Equal("RETURN 'x'", scenarios[2].Steps[1].Text);
        Assert.Equal(["a|b", @"'c\d'"], scenarios[0].Steps[2].Table[0]);
        Assert.Equal(["@skipStyleCheck"], scenarios[0].Tags);
    }

    [Fact]
    public void The_suite_has_3897_scenarios_with_different_ids_and_readable_values()
    {
        TckSuite.SkipWhereAbsent();
        var scenarios = TckSuite.Scenarios;

        Assert.Equal(3897, scenarios.Count);
        Assert.Equal(3897, scenarios.Select(scenario => scenario.Id).Distinct().Count());
        foreach (var step in scenarios.SelectMany(scenario => scenario.Steps).Where(step => step.Sentence.StartsWith("the result", StringComparison.Ordinal)))
        {
            Assert.NotNull(ExpectedResult.TryRead(step));
        }

        Assert.All(
            scenarios.SelectMany(scenario => scenario.Steps).Where(step => step.Sentence.Contains(" should be raised ", StringComparison.Ordinal)),
            step => Assert.NotNull(ExpectedError.TryRead(step.Sentence)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
