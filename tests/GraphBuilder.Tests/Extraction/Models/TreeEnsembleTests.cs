using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Examples evaluated side by side reach the same leaves as each one alone.</summary>
public sealed class TreeEnsembleTests
{
    private const int Values = 11;
    private const int Classes = 3;
    private const int Rounds = 20;

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 8)]
    [InlineData(4, 21)]
    [InlineData(4, 32)]
    [InlineData(4, 70)]
    [InlineData(3, 21)]
    [InlineData(5, 1)]
    [InlineData(5, 21)]
    [InlineData(5, 70)]
    public void Many_examples_at_once_are_scored_as_one_by_one(int depth, int count)
    {
        var random = new SplitMix(7);
        CheckAll(Trees(random, depth, Rounds, Draw), Draw(random, count * Values), count);
    }

    [Fact]
    public void Values_on_a_threshold_and_what_is_no_number_go_the_same_way()
    {
        var random = new SplitMix(8);
        CheckAll(Trees(random, 4, Rounds, DrawOdd), DrawOdd(random, 40 * Values), 40);
    }

    [Fact]
    public void More_thresholds_than_a_byte_tells_apart_change_nothing()
    {
        var random = new SplitMix(9);
        CheckAll(Trees(random, 4, 20 * Rounds, Draw), Draw(random, 33 * Values), 33);
    }

    private static void CheckAll(TreeEnsemble trees, float[] examples, int count)
    {
        var together = new double[count * Classes];
        trees.PredictAll(examples, count, together);

        var alone = new double[Classes];
        for (var at = 0; at < count; at++)
        {
            trees.Predict(examples.AsSpan(at * Values, Values), alone);
            Assert.Equal(alone, together[(at * Classes)..((at + 1) * Classes)]);
        }

        Assert.True(count == 1 || together.Distinct().Count() > count);
    }

    private static TreeEnsemble Trees(SplitMix random, int depth, int rounds, Func<SplitMix, int, float[]> draw)
    {
        var trees = rounds * Classes;
        var inner = (1 << depth) - 1;
        return new TreeEnsemble(
            Classes,
            depth,
            [.. Enumerable.Range(0, trees * inner).Select(_ => (byte)(random.NextShare() * Values))],
            draw(random, trees * inner),
            [.. Enumerable.Range(0, trees * (inner + 1)).Select(_ => (short)((random.NextShare() - 0.5f) * 2000))]);
    }

    private static float[] Draw(SplitMix random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextShare())];

    /// <summary>Recurring numbers, both zeros, infinities and NaN.</summary>
    private static float[] DrawOdd(SplitMix random, int count)
    {
        float[] odd = [0f, -0f, 1f, 1.5f, -2f, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        return [.. Enumerable.Range(0, count).Select(_ => odd[(int)(random.NextShare() * odd.Length)])];
    }
}
