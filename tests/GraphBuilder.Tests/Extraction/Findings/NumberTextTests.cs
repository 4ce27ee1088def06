using Stemma.GraphBuilder.Extraction.Findings;
using Stemma.GraphBuilder.Text;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Findings;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("81.8", 81.8, null)]
    [InlineData("1,024", 1024.0, null)]
    [InlineData("$72,64$", 72.64, null)]
    [InlineData("$72,6\\%$", 72.6, "%")]
    [InlineData("$3\\sim10\\%$", 10.0, "%")]
    [InlineData("$\\sim5.5$", 5.5, null)]
    [InlineData("$89.4\\pm0.16\\%$", 89.4, "%")]
    [InlineData("5x", 5.0, "x")]
    [InlineData("5.4x", 5.4, "x")]
    [InlineData("2.4pp", 2.4, "points")]
    [InlineData("0.70dB", 0.7, null)]
    [InlineData("8.47s", 8.47, null)]
    [InlineData("$81.8\\%$", 81.8, "%")]
    [InlineData("$28.3\\times$", 28.3, "x")]
    [InlineData("$\\textbf{16.36%}$", 16.36, "%")]
    [InlineData("$+1.5$", 1.5, null)]
    [InlineData("$-0.3$", -0.3, null)]
    public void A_number_is_read_with_the_unit_that_is_glued_to_it(string text, double value, string? unit)
    {
        var read = NumberText.Read(Only(text, out var kind), kind);
        Assert.NotNull(read);
        Assert.Equal((value, unit), (read.Value.Value, read.Value.Unit));
    }

    [Theory]
    [InlineData("7B")]
    [InlineData("100k")]
    [InlineData("3D")]
    [InlineData("8s")]
    [InlineData("1.5B")]
    [InlineData("GSM8K")]
    [InlineData("$\\alpha$")]
    [InlineData("$+1.5/+0.7$")]
    [InlineData("$k=5$")]
    public void Names_sizes_and_formulas_of_several_numbers_are_none(string text) => Assert.Null(NumberText.Read(Only(text, out var kind), kind));

    private static string Only(string text, out TokenKind kind)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(text, 0, tokens);
        kind = Assert.Single(tokens).Kind;
        return text;
    }
}
