using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Training;

/// <summary>Boosted trees learn what no weighted sum of their values tells, and the same trees each time.</summary>
public sealed class TreeTrainerTests
{
    private static readonly TreeTraining Settings = new(Rounds: 30, Depth: 3, Rate: 0.3f);

    [Fact]
    public void Two_values_that_decide_only_together_are_learnt()
    {
        var trees = Learn();
        Span<double> classes = stackalloc double[2];
        foreach (var example in Chessboard())
        {
            trees.Predict(example.Values, classes);
            Assert.Equal(example.Allowed == 2, classes[1] > 0.5);
        }
    }

    [Fact]
    public void The_same_examples_give_the_same_trees_and_reading_gives_back_what_was_written()
    {
        var first = Bytes(Learn());
        Assert.Equal(first, Bytes(Learn()));
        using var reader = new BinaryReader(new MemoryStream(first));
        Assert.Equal(first, Bytes(TreeEnsemble.Read(reader)));
    }

    [Fact]
    public void Damaged_trees_are_refused()
    {
        using var reader = new BinaryReader(new MemoryStream(new byte[64]));
        Assert.Throws<InvalidDataException>(() => TreeEnsemble.Read(reader));
    }

    private static TreeEnsemble Learn() => TreeTrainer.Train(Chessboard(), 2, Settings, TestContext.Current.CancellationToken);

    /// <summary>The second class where exactly one of two values is positive.</summary>
    private static TreeExample[] Chessboard()
        => [.. Enumerable.Range(0, 400).Select(at => (X: (at % 20) - 9.5f, Y: (at / 20) - 9.5f)).Select(point => new TreeExample([point.X, point.Y, 1], point.X > 0 == point.Y > 0 ? 1 : 2, 1))];

    private static byte[] Bytes(TreeEnsemble trees)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trees.Write(writer);
        return stream.ToArray();
    }
}
