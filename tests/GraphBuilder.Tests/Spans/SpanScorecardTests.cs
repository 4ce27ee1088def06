using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Spans;
using Xunit;

namespace Stemma.GraphBuilderTests.Spans;

/// <summary>Public entity sets are scored by exact span and label.</summary>
public sealed class SpanScorecardTests
{
    [Fact]
    public void Labels_become_types_and_generic_words_fall()
    {
        var text = new SpanText("s1", "BERT does parsing on Quoll.", [new SpanEntity(0, 4, "METHOD"), new SpanEntity(21, 26, "Material"), new SpanEntity(10, 17, "Generic")]);
        Assert.Equal([new SpanEntity(0, 4, "Method"), new SpanEntity(21, 26, "Dataset")], SpanTypes.OfKnownTypes(text).Entities);
    }

    [Fact]
    public void Only_an_exact_span_of_the_right_type_counts_and_other_types_are_left_out()
    {
        var text = new SpanText("s1", "We train BERT on ImageNet for image classification.", [new SpanEntity(9, 13, "Method"), new SpanEntity(17, 20, "Dataset"), new SpanEntity(0, 2, "Generic")]);
        var card = SpanScorecard.Score(PaperExtractor.LoadShipped(), [text], TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (card.All.Wanted, card.All.Right));
        Assert.Equal(1.0, card.ByLabel["Method"].F1);
        Assert.Equal(0.0, card.ByLabel["Dataset"].Recall);
        Assert.False(card.ByLabel.ContainsKey("Task"));
    }

    [Fact]
    public void An_entity_told_twice_counts_once()
    {
        var card = new SpanScorecard(["A", "B"]);
        card.Add([new SpanEntity(0, 2, "A"), new SpanEntity(0, 2, "A"), new SpanEntity(3, 5, "B")], [new SpanEntity(0, 2, "A"), new SpanEntity(0, 2, "A"), new SpanEntity(3, 5, "A"), new SpanEntity(6, 7, "C")]);
        Assert.Equal((2, 2, 1), (card.All.Wanted, card.All.Found, card.All.Right));
        Assert.Equal((1, 0), (card.ByLabel["B"].Wanted, card.ByLabel["B"].Found));
    }
}
