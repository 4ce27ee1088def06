using Stemma.GraphBuilder.Text;
using Xunit;

namespace Stemma.GraphBuilderTests.Text;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("Atari-100k", "atari 100k")]
    [InlineData("Diffusion Models", "diffusion model")]
    [InlineData("loss", "loss")]
    [InlineData("GANs", "gans")]
    [InlineData("MT–Bench", "mt bench")]
    [InlineData("$\\pi_0$", "pi 0")]
    [InlineData("  TD3+BC. ", "td3+bc")]
    [InlineData("GPT-3.5/4", "gpt 3.5 4")]
    [InlineData("β-DPO", "β dpo")]
    [InlineData("Δ-IRIS", "δ iri")]
    public void Spelling_variants_fold_to_one_form(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));
}
