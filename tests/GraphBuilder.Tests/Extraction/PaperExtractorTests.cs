using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

public sealed class PaperExtractorTests
{
    private static readonly PaperExtractor Extractor = PaperExtractor.LoadShipped();

    [Fact]
    public void The_papers_own_method_is_introduced_and_its_evidence_lies_at_exact_offsets()
    {
        const string title = "Zarvo: Steady Learning from Noisy Choices";
        const string text = "Preference data are noisy. We propose Zarvo, a novel method that learns from them. Zarvo outperforms its baselines.";
        var own = Assert.Single(Extractor.Extract(title, text).Concepts, concept => concept.Role == ConceptRole.Introduces);
        Assert.Equal("Zarvo", own.Name);
        Assert.Equal(ConceptType.Method, own.Types[0]);
        Assert.All(own.Mentions, span => Assert.Equal("Zarvo", (span.Field == TextField.Title ? title : text)[span.Start..span.End]));
        Assert.Equal(3, own.Mentions.Count);
    }

    [Fact]
    public void An_empty_paper_gives_an_empty_extraction() => Assert.Empty(Extractor.Extract("", "").Concepts);

    [Fact]
    public void The_pipeline_prints_its_stages_in_order() => Assert.StartsWith("TokenFinder: None → Tokens\nSentenceFinder: Tokens → Sentences", Extractor.ToString(), StringComparison.Ordinal);
}
