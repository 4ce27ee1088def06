using Stemma.GraphBuilder.Reading.Identity;

namespace Stemma.GraphBuilderTests.Reading;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one two", "one two")]
    [InlineData(" one", "one")]
    [InlineData("one ", "one")]
    [InlineData("one  two", "one two")]
    [InlineData("one\ttwo\r\n three\n", "one two three")]
    [InlineData("one\u00A0two\u2003three", "one two three")]
    [InlineData(" \t ", "")]
    public void White_space_is_folded(string text, string folded) => Assert.Equal(folded, FoldedText.WhiteSpace(text));

    [Fact]
    public void Every_kind_of_white_space_is_folded()
    {
        foreach (var space in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace))
        {
            Assert.Equal("a text that is long enough to be looked at many letters at a time", FoldedText.WhiteSpace($"a text that is long enough to be looked at many{space}letters at a time"));
        }
    }

    [Theory]
    [InlineData("Pre-training: A Study!", "pre training a study", "pretrainingastudy")]
    [InlineData("Poincaré's Straße", "poincares strasse", "poincaresstrasse")]
    [InlineData("Æsop e\u0301 Œuvre ", "aesop e oeuvre", "aesopeoeuvre")]
    [InlineData("...", "", "")]
    public void Words_are_folded_and_a_title_key_has_no_spaces(string text, string words, string key)
    {
        Assert.Equal(words, FoldedText.Words(text));
        Assert.Equal(key, FoldedText.TitleKey(text));
    }
}
