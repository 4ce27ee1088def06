using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Extraction.Tagging;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Tagging;

public sealed class TokenAtomsTests
{
    private const string Long = "https://example.org/some/longer/address/of/a/page";

    [Fact]
    public void The_suffixes_of_a_long_word_are_its_last_letters()
    {
        Assert.Equal(TokenAtoms.Of("a/page").Suffix4, TokenAtoms.Of(Long).Suffix4);
        Assert.Equal(TokenAtoms.Of("a/page").Suffix2, TokenAtoms.Of(Long).Suffix2);
        Assert.Equal(TokenAtoms.Of("http").Prefix4, TokenAtoms.Of(Long).Prefix4);
    }

    [Fact]
    public void A_cue_has_the_same_kind_at_every_distance_and_none_is_zero()
    {
        var document = new PaperDocument();
        document.Reset("", "Zarvo outperforms the old large slow Quoll. The end.");
        foreach (var stage in PaperExtractor.StagesBeforeTagging(ConceptLexicon.LoadShipped()))
        {
            stage.Annotate(document);
        }

        var reader = new TokenAtomReader();
        reader.Read(document);
        var kinds = Enumerable.Range(0, document.Tokens.Count).Select(token => AtomAt.Of(reader.Atoms[token], JointAtom.CueKind)).ToArray();

        Assert.Equal(0u, kinds[0]);
        Assert.NotEqual(0u, kinds[2]);
        Assert.All(kinds[2..7], kind => Assert.Equal(kinds[2], kind));
        Assert.Equal(0u, kinds[^2]);
    }
}
