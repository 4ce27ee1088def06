using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>Examples that walk the trees side by side reach the leaves that each reaches alone.</summary>
public sealed class TreeEnsembleTests
{
    private const int Values = 11;
    private const int Classes = 3;
    private const int Rounds = 20;

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 8)]
    [InlineData(4, 21)]
    [InlineData(3, 21)]
    public void Many_examples_at_once_are_scored_as_one_by_one(int depth, int count)
    {
        var random = new SplitMix(7);
        var trees = Trees(random, depth);
        var examples = Draw(random, count * Values);
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

    private static TreeEnsemble Trees(SplitMix random, int depth)
    {
        var trees = Rounds * Classes;
        var inner = (1 << depth) - 1;
        return new TreeEnsemble(
            Classes,
            depth,
            [.. Enumerable.Range(0, trees * inner).Select(_ => (byte)(random.NextShare() * Values))],
            Draw(random, trees * inner),
            [.. Enumerable.Range(0, trees * (inner + 1)).Select(_ => (short)((random.NextShare() - 0.5f) * 2000))]);
    }

    private static float[] Draw(SplitMix random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextShare())];
}
