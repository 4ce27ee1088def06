using System.Text.Json;
using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;
using Stemma.Testing;
using Xunit;

namespace Stemma.GraphBuilderTests.Evaluation;

/// <summary>Compares the scorecard of the development abstracts with the committed floors, one point below the figures reached.</summary>
public sealed class FloorTests
{
    [Fact]
    public void No_figure_of_the_scorecard_falls_below_its_floor()
    {
        var papers = LabelledPaperReader.ReadFile(SharedFolder.Require("labelled", "abstracts-dev.jsonl"));
        var card = Scorer.Score(PaperExtractor.LoadShipped(), papers, TestContext.Current.CancellationToken);
        var floors = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "floors.json")))!;
        var reached = new Dictionary<string, double>
        {
            ["concepts.typed.f1"] = card.Typed.F1,
            ["concepts.names.f1"] = card.Names.F1,
            ["roles.accuracy"] = card.RoleAccuracy,
            ["introduces.f1"] = card.Introduces.F1,
            ["builds_on.precision"] = card.BuildsOn.Precision,
            ["builds_on.recall"] = card.BuildsOn.Recall,
            ["evaluates_on.f1"] = card.ByRole[ConceptRole.EvaluatesOn].F1,
            ["results.f1"] = card.Results.F1,
            ["relations.f1"] = card.Relations.F1,
        };
        Assert.Equal(floors.Keys.Order(), reached.Keys.Order());
        Assert.All(floors, floor => Assert.True(reached[floor.Key] >= floor.Value, $"{floor.Key} is {reached[floor.Key]:F3}, its floor {floor.Value:F3}"));
    }
}
