using Stemma.GraphBuilder.Extraction.Models;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Compares the sparse product with the dense one.</summary>
public sealed class ActiveUnitsTests
{
    [Fact]
    public void Units_above_zero_are_listed_in_order()
    {
        float[] units = [0, 1, -2, 3, 0, 0, 0.5f, 0, 7, 0, 0, 0, 0, 0, 0, 8];
        var numbers = new byte[units.Length + 8];
        Assert.Equal([1, 3, 6, 8, 15], numbers[..ActiveUnits.Find(units, numbers)]);
    }

    [Fact]
    public void Only_listed_units_are_added()
    {
        var random = new Random(3);
        var units = Enumerable.Range(0, 64).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        var weights = Enumerable.Range(0, units.Length * ActiveUnits.Width).Select(_ => random.NextSingle()).ToArray();
        var numbers = new byte[units.Length + 8];
        var sums = new float[ActiveUnits.Width];
        ActiveUnits.Add(weights, units, numbers.AsSpan(0, ActiveUnits.Find(units, numbers)), sums);
        for (var sum = 0; sum < sums.Length; sum++)
        {
            var expected = 0f;
            for (var unit = 0; unit < units.Length; unit++)
            {
                expected += Math.Max(0, units[unit]) * weights[(unit * ActiveUnits.Width) + sum];
            }

            Assert.Equal(expected, sums[sum], 1e-4f);
        }
    }

    [Fact]
    public void Room_that_is_too_small_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ActiveUnits.Find(new float[64], new byte[64]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActiveUnits.Add(new float[64 * 48], new float[64], [], new float[48]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowLanes.Add(new RowSum([], new sbyte[48], [0], 1), new float[48]));
    }
}
