using System.Runtime.Intrinsics;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Rows are summed as integers, whatever the width of the processor's registers.</summary>
public sealed class LanesTests
{
    [Theory]
    [InlineData(64, 0, false)]
    [InlineData(64, 5, false)]
    [InlineData(128, 12, true)]
    [InlineData(192, 258, true)]
    public void Rows_are_added_to_a_sum_and_scaled(int width, int count, bool begun)
    {
        const float Scale = 0.037f;
        const int Rows = 40;
        var random = new SplitMix(3);
        sbyte[] table = [.. Enumerable.Range(0, Rows * width).Select(_ => (sbyte)(random.Next(255) - 127))];
        int[] rows = [.. Enumerable.Range(0, count).Select(_ => random.Next(Rows))];
        short[] begin = begun ? [.. Enumerable.Range(0, width).Select(_ => (short)random.Next(100))] : [];
        float[] before = [.. Enumerable.Range(0, width).Select(_ => random.NextShare())];

        var found = before.ToArray();
        RowLanes.Add(new RowSum(begin, table, rows, Scale), found);
        Assert.Equal(before.Select((value, at) => value + (Scale * ((begun ? begin[at] : 0) + rows.Sum(row => table[(row * width) + at])))), found);

        RowLanes.Write(before, new RowSum([], table, rows, 2 * Scale), new RowSum(begin, table, rows, Scale), found);
        var doubled = before.ToArray();
        RowLanes.Add(new RowSum([], table, rows, 2 * Scale), doubled);
        RowLanes.Add(new RowSum(begin, table, rows, Scale), doubled);
        Assert.Equal(doubled, found);

        var sums = new short[width];
        RowLanes.Sum(table, rows, sums);
        Assert.Equal(Enumerable.Range(0, width).Select(at => (short)rows.Sum(row => table[(row * width) + at])), sums);
    }

    [Fact]
    public void The_largest_lane_is_found_wherever_it_stands()
    {
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            Assert.Equal(2.5f, Lanes.Max(Vector256.Create(-1f).WithElement(lane, 2.5f)));
        }
    }
}
