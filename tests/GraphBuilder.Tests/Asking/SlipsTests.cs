using Stemma.GraphBuilder.Asking;
using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Questions;
using Xunit;

namespace Stemma.GraphBuilderTests.Asking;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("image net", "ImageNet", 0)]
    [InlineData("PPO algorithm", "PPO", 0)]
    [InlineData("ImagNet", "ImageNet", 1)]
    [InlineData("Tranformer", "Transformer", 1)]
    [InlineData("Mamab", "Mamba", 1)]
    [InlineData("reinforcment lerning", "reinforcement learning", 2)]
    [InlineData("diffusion polcy", "Diffusion Policy", 1)]
    public void A_slip_is_counted(string typed, string known, int slips) => Assert.Equal(slips, Slips.Between(Slips.KeyOf(typed), Slips.KeyOf(known)));

    [Theory]
    [InlineData("GPT-5", "GPT-4")]
    [InlineData("CIFAR-10", "CIFAR-100")]
    [InlineData("DPO", "PPO")]
    [InlineData("Transformer", "Performer")]
    public void Another_name_is_no_slip(string typed, string known) => Assert.Null(Slips.Between(Slips.KeyOf(typed), Slips.KeyOf(known)));
}
