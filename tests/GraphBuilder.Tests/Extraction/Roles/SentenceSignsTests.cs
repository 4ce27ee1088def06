using Stemma.GraphBuilder.Extraction.Roles;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Roles;

public sealed class SentenceSignsTests
{
    [Theory]
    [InlineData("jointly", true)]
    [InlineData("also", true)]
    [InlineData("apply", false)]
    [InlineData("rely", false)]
    [InlineData("train", false)]
    public void A_verb_in_ly_is_no_adverb(string word, bool expected) => Assert.Equal(expected, SentenceSigns.IsAdverb(word));
}
