using Stemma.GraphBuilder.Text;
using Xunit;

namespace Stemma.GraphBuilderTests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("DPO-based and CLIP-guided", "DPO|-|based|and|CLIP|-|guided")]
    [InlineData("GPT-3.5/4 scores 81.8%.", "GPT|-|3.5|/|4|scores|81.8|%|.")]
    [InlineData("a gain of 10,000 (e.g. ours)", "a|gain|of|10,000|(|e.g.|ours|)")]
    [InlineData("see https://example.org/a-b, then", "see|https://example.org/a-b|,|then")]
    [InlineData("{\\em Foo} and $\\pi_0$ at 5\\%", "{|\\em|Foo|}|and|$\\pi_0$|at|5|\\|%")]
    [InlineData("HMDB–51 with TD3+BC", "HMDB|–|51|with|TD3|+|BC")]
    [InlineData("Qwen2.5 reaches pass@1 of 1,2 and 3", "Qwen2.5|reaches|pass@1|of|1|,|2|and|3")]
    [InlineData("it costs $5 and $6", "it|costs|$|5|and|$|6")]
    [InlineData("", "")]
    public void Text_is_cut_where_names_may_begin_or_end(string text, string expected)
        => Assert.Equal(expected, string.Join('|', Cut(text).Select(token => text[token.Start..token.End])));

    [Fact]
    public void Tokens_cover_all_but_white_space_at_exact_offsets()
    {
        const string text = "Über-Modelle\tkosten 3.5 €, oder 𝜋 😀 nicht?\nJa.";
        var covered = new bool[text.Length];
        foreach (var token in Cut(text))
        {
            Assert.DoesNotContain(true, covered[token.Start..token.End]);
            covered.AsSpan(token.Start, token.Length).Fill(true);
            Assert.Equal(token.Start == 0 || char.IsWhiteSpace(text[token.Start - 1]), token.SpaceBefore);
        }

        Assert.All(text.Select((sign, at) => (sign, at)), pair => Assert.Equal(!char.IsWhiteSpace(pair.sign), covered[pair.at]));
    }

    [Theory]
    [InlineData("We cite Doe et al. Then we stop. E.g. this, i.e. That is one. Is it? Yes.", 4)]
    [InlineData("It reaches 3.5 points. iPhone is next.", 2)]
    [InlineData("The result was found.In this paper we go on", 2)]
    [InlineData("It was shown (Doe et al.) Then we stop. It was shown (by us.) Then we stop.", 3)]
    [InlineData("no stop at all", 1)]
    public void Sentences_end_at_stops_but_not_at_abbreviations(string text, int expected)
    {
        var sentences = new List<TokenRange>();
        SentenceSplitter.Split(text, Cut(text), 0, sentences);
        Assert.Equal(expected, sentences.Count);
    }

    private static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, tokens);
        return tokens;
    }
}
