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
    [InlineData("nueral network", "Neural Network", 1)]
    [InlineData("difusion modles", "Diffusion Model", 2)]
    [InlineData("retreival augmentd generation", "Retrieval-Augmented Generation", 2)]
    [InlineData("stabel difusion", "Stable Diffusion", 2)]
    [InlineData("nueral netowrk", "Neural Network", 2)]
    public void A_slip_is_counted(string typed, string known, int slips) => Assert.Equal(slips, Slips.Between(Slips.KeyOf(typed), Slips.KeyOf(known)));

    [Theory]
    [InlineData("GPT-5", "GPT-4")]
    [InlineData("CIFAR-10", "CIFAR-100")]
    [InlineData("DPO", "PPO")]
    [InlineData("Transformer", "Performer")]
    [InlineData("Mamaba", "Mbaam")]
    [InlineData("nueral netowkr", "Neural Netwerk")]
    public void Another_name_is_no_slip(string typed, string known) => Assert.Null(Slips.Between(Slips.KeyOf(typed), Slips.KeyOf(known)));

    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "ab", 2, 2)]
    [InlineData("ab", "", 2, 2)]
    [InlineData("ab", "ba", 1, 1)]
    [InlineData("ca", "abc", 3, 3)]
    [InlineData("abcdef", "badcfe", 3, 3)]
    [InlineData("abcdef", "badcfe", 2, null)]
    [InlineData("kitten", "sitting", 3, 3)]
    [InlineData("kitten", "sitting", 2, null)]
    public void The_distance_counts_swapped_neighbours_once(string typed, string known, int most, int? distance) => Assert.Equal(distance, Slips.Distance(typed, known, most));
}
