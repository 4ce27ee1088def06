using Stemma.GraphBuilder.Extraction;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction;

/// <summary>Letter sets rule out only names that a comparison would reject.</summary>
public sealed class LetterSetTests
{
    private static readonly string[] Names = ["DPO", "Diffusion-DPO", "dpo", "π0", "Qwen2.5", "QWEN", "ſafe", "SAFE RL", "Kelvin", "kelvin net", "β-DPO", "naïve Bayes", "bayes", "𐐀", "C++", "c"];

    [Fact]
    public void What_a_name_holds_is_never_ruled_out()
        => Assert.All(
            from name in Names from part in Names where name.Contains(part, StringComparison.OrdinalIgnoreCase) select (name, part),
            pair => Assert.True(LetterSet.Of(pair.name).Holds(LetterSet.Of(pair.part)), $"{pair.name} holds {pair.part}"));

    [Theory]
    [InlineData("DPO", "PPO ", false)]
    [InlineData("Diffusion-DPO", "dpo", true)]
    [InlineData("adam", "Adam2", false)]
    public void A_name_without_the_letters_is_ruled_out(string name, string part, bool possible)
        => Assert.Equal(possible, LetterSet.Of(name).Holds(LetterSet.Of(part)));
}
