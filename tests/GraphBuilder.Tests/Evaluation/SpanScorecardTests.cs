using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Evaluation;

/// <summary>Public entity sets are read in their own form and scored by exact span.</summary>
public sealed class SpanScorecardTests
{
    [Fact]
    public void Labels_become_types_and_generic_words_fall()
    {
        var text = Assert.Single(Read("""{"id":"s1","text":"BERT does parsing on Quoll.","entities":[{"start":0,"end":4,"label":"METHOD"},{"start":21,"end":26,"label":"Material"},{"start":10,"end":17,"label":"Generic"}],"relations":[]}"""));
        Assert.Equal([new LabelledSpan(0, 4, ConceptType.Method), new LabelledSpan(21, 26, ConceptType.Dataset)], text.Entities);
    }

    [Fact]
    public void Only_an_exact_span_of_the_right_type_counts_and_other_types_are_left_out()
    {
        var text = new LabelledSpans("s1", "We train BERT on ImageNet for image classification.", [new LabelledSpan(9, 13, ConceptType.Method), new LabelledSpan(17, 20, ConceptType.Dataset)]);
        var card = SpanScorecard.Score(PaperExtractor.LoadShipped(), [text], TestContext.Current.CancellationToken);
        Assert.Equal((2, 1), (card.All.Wanted, card.All.Right));
        Assert.Equal(1.0, card.ByType[ConceptType.Method].F1);
        Assert.Equal(0.0, card.ByType[ConceptType.Dataset].Recall);
        Assert.False(card.ByType.ContainsKey(ConceptType.Task));
    }

    [Fact]
    public void A_line_that_is_no_text_with_entities_is_reported_with_its_place()
        => Assert.Contains(":1: not a text with entities", Assert.Throws<InvalidDataException>(() => Read("""{"id":"s1"}""")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<LabelledSpans> Read(string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, line);
            return LabelledSpans.ReadFile(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
