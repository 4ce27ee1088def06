using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Training;
using Xunit;

namespace Stemma.GraphBuilderTests.Training;

/// <summary>Boosted trees learn what no weighted sum of their values can separate, and training is deterministic.</summary>
public sealed class TreeTrainerTests
{
    private static readonly TreeTraining Settings = new(Rounds: 30, Depth: 3, Rate: 0.3f);

    [Fact]
    public void A_middle_range_is_told_from_what_lies_on_either_side()
    {
        var trees = Learn();
        Span<double> classes = stackalloc double[2];
        foreach (var example in Ranges())
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

    private static TreeEnsemble Learn() => TreeTrainer.Train(Ranges(), 2, Settings, TestContext.Current.CancellationToken);

    /// <summary>The second class, where the relevant value is between a quarter and three quarters of its range.</summary>
    private static TreeExample[] Ranges() => [.. Enumerable.Range(0, 400).Select(at => new TreeExample([at / 10, 1], at is >= 100 and < 300 ? 2 : 1, 1))];

    private static byte[] Bytes(TreeEnsemble trees)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        trees.Write(writer);
        return stream.ToArray();
    }
}
