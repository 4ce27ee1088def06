using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Roles;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Roles;

public sealed class CueFinderTests
{
    private static readonly IExtractionStage[] Stages = PaperExtractor.StagesBeforeTagging(ConceptLexicon.LoadShipped());

    [Theory]
    [InlineData("Zarvo is based on Quoll.", "based on")]
    [InlineData("Zarvo is compared with Quoll.", "compared with")]
    [InlineData("We compare it with Quoll.", "compare it with")]
    [InlineData("We test on Quoll with Zarvo.", "test on, with")]
    public void A_cue_within_a_longer_one_is_none(string text, string expected) => Assert.Equal(expected, CuesOf(text));

    [Theory]
    [InlineData("Large-scale Quoll.", "")]
    [InlineData("We scale Quoll.", "scale")]
    [InlineData("Quoll, based solely on it.", "on")]
    [InlineData("Quoll-based Zarvo.", "-based")]
    public void A_cue_is_read_where_it_stands(string text, string expected) => Assert.Equal(expected, CuesOf(text));

    private static string CuesOf(string text)
    {
        var document = new PaperDocument();
        document.Reset("", text);
        foreach (var stage in Stages)
        {
            stage.Annotate(document);
        }

        return string.Join(", ", document.Cues.Select(cue => document[cue.Range].ToString()).Distinct());
    }
}
