using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;
using Stemma.Testing;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

/// <summary>Extraction from a real web listing.</summary>
public sealed class ListingExtractionTests
{
    [Fact]
    public void Two_papers_that_abbreviate_to_SPO_introduce_two_methods()
    {
        var own = Read().Where(paper => paper.Title.StartsWith("A Minimaximalist", StringComparison.Ordinal) || paper.Title.StartsWith("Self-supervised Preference Optimization", StringComparison.Ordinal))
            .Select(paper => paper.Found.Concepts.Single(concept => concept.Surfaces.Contains("SPO"))).ToArray();
        Assert.Equal(2, own.Length);
        Assert.Equal(2, own.Select(concept => concept.LongForm?.ToUpperInvariant()).Distinct().Count());
        Assert.DoesNotContain(own, concept => concept.LexiconId == "self-play-preference-optimization" && !concept.LongForm!.Contains("Self-Play", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void SPR_evaluates_on_Atari_100k_although_the_text_writes_it_apart()
    {
        var paper = Assert.Single(Read(), paper => paper.Title.EndsWith("Self-Predictive Representations", StringComparison.Ordinal));
        Assert.Equal(ConceptRole.EvaluatesOn, Assert.Single(paper.Found.Concepts, concept => concept.LexiconId == "atari-100k").Role);
    }

    [Theory]
    [InlineData("D4RL")]
    [InlineData("GSM8K")]
    [InlineData("MATH")]
    [InlineData("ARC-C")]
    public void Benchmarks_are_found(string name)
        => Assert.Contains(Read(), paper => paper.Found.Concepts.Any(concept => concept.Surfaces.Contains(name) && concept.Types[0] is ConceptType.Benchmark or ConceptType.Dataset));

    [Theory]
    [InlineData("reinforcement-learning-from-human-feedback", "RLHF", "einforcement")]
    [InlineData("direct-preference-optimization", "DPO", "irect")]
    public void One_concept_has_one_id_however_it_is_written(string id, string shortForm, string partOfLongForm)
    {
        var named = Read().SelectMany(paper => paper.Found.Concepts).Where(concept => concept.Surfaces.Any(surface => surface == shortForm || (surface.Contains(partOfLongForm, StringComparison.Ordinal) && concept.ShortForm == shortForm))).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, concept => Assert.Equal(id, concept.LexiconId));
    }

    private static (string Title, PaperExtraction Found)[] Read()
    {
        var extractor = PaperExtractor.LoadShipped();
        return PaperReading.Read([SharedFolder.Require("papers", "trending-listing.txt")], 1, null, TestContext.Current.CancellationToken)
            .SelectMany(file => file.Papers)
            .Select(paper => (paper.Title, extractor.Extract(paper.Title, paper.Abstract)))
            .ToArray();
    }
}
