using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Four exponentials computed at once equal each computed alone, bit for bit.</summary>
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

    [Fact]
    public void Halves_and_products_have_the_bits_of_the_divisions_that_they_replace()
    {
        for (var at = 0; at < 20_000; at++)
        {
            var x = -at * 0.00271828;
            Assert.Equal(BitConverter.DoubleToInt64Bits(Divided(x)), BitConverter.DoubleToInt64Bits(Exponential.Of(x)));
        }
    }

    private static double Divided(double x)
    {
        var whole = Math.Floor((x * 1.4426950408889634) + 0.5);
        var r = x - (whole * 0.6931471805599453);
        var sum = 1 + (r / 8);
        for (var term = 7; term >= 1; term--)
        {
            sum = 1 + (r / term * sum);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }
}
