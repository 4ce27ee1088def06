using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Extraction.Models;

/// <summary>The table without its empty rows gives the same results as the whole table.</summary>
public sealed class LinearClassifierTests
{
    private const int Rows = 256;

    [Theory]
    [InlineData(2, 40)]
    [InlineData(6, 0)]
    [InlineData(6, 64)]
    [InlineData(8, 150)]
    [InlineData(9, 40)]
    public void The_probabilities_are_those_of_all_rows_added_up(int classes, int count)
    {
        var random = new SplitMix(11);
        var weights = new sbyte[Rows * classes];
        for (var row = 0; row < Rows; row += 3)
        {
            for (var at = 0; at < classes; at++)
            {
                weights[(row * classes) + at] = (sbyte)((random.NextShare() * 200) - 100);
            }
        }

        var features = Enumerable.Range(0, count).Select(_ => (uint)random.Next()).ToArray();
        var found = new double[classes];
        new LinearClassifier(classes, 0.01f, weights).Predict(features, found);

        var expected = Enumerable.Range(0, classes).Select(at => Math.Exp(0.01f * features.Sum(feature => weights[((feature % Rows) * classes) + at]))).ToArray();
        Assert.All(Enumerable.Range(0, classes), at => Assert.Equal(expected[at] / expected.Sum(), found[at], 1e-6));
    }
}
