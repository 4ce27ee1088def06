using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Four exponentials at once have the bits of each alone.</summary>
public sealed class ExponentialTests
{
    [Fact]
    public void Four_at_once_have_the_same_bits_as_one()
    {
        for (var at = 0; at < 4000; at++)
        {
            var x = Vector256.Create(0.0 - (at * 0.2), at * 0.17, -at * 1e-4, 1.0 / (at + 1));
            var found = Exponential.Of(x);
            for (var lane = 0; lane < Vector256<double>.Count; lane++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Of(x[lane])), BitConverter.DoubleToInt64Bits(found[lane]));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.3)]
    [InlineData(12.5)]
    [InlineData(-80)]
    public void It_is_the_exponential(double x) => Assert.Equal(1, Exponential.Of(x) / Math.Exp(x), 8);
}
