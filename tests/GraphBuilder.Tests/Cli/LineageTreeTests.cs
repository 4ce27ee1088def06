using Stemma.GraphAnalysis.Lineage;
using Stemma.GraphBuilder.Cli.Output;
using Stemma.GraphModel;
using Stemma.GraphModel.Values;
using Xunit;

namespace Stemma.GraphBuilderTests.Cli;

public sealed class LineageTreeTests
{
    [Fact]
    public void What_builds_on_its_ancestor_and_is_a_variant_of_it_is_shown_once_with_both()
    {
        var lineage = new Lineage(
            "old", [Node("old", 0), Node("new", 1)], [Arc(GraphSchema.Types.VariantOf, 0.9, 1), Arc(GraphSchema.Types.BuildsOn, 0.8, 3)], [], 2);
        using var text = new StringWriter { NewLine = "\n" };

        new LineageTree(text, lineage, LineageDirection.Both).Write();

        Assert.Equal("old\n└─ is built on by\n   └─ new, also a variant, 3 papers, 90 %\n", text.ToString());
    }

    [Fact]
    public void Nothing_is_called_certain()
    {
        var lineage = new Lineage("old", [Node("old", 0), Node("new", 1)], [Arc(GraphSchema.Types.BuildsOn, 1, 3)], [], 2);
        using var text = new StringWriter { NewLine = "\n" };

        new LineageTree(text, lineage, LineageDirection.Both).Write();

        Assert.Equal("old\n└─ is built on by\n   └─ new, 3 papers, 99 %\n", text.ToString());
    }

    [Theory]
    [InlineData(LineageDirection.Ancestors, "nothing that it builds on is in the graph")]
    [InlineData(LineageDirection.Descendants, "nothing that builds on it is in the graph")]
    [InlineData(LineageDirection.Both, "nothing that it builds on, and nothing that builds on it, is in the graph")]
    public void Only_a_direction_that_was_followed_is_said_to_be_empty(LineageDirection direction, string expected)
    {
        using var text = new StringWriter { NewLine = "\n" };

        new LineageTree(text, new Lineage("old", [Node("old", 0)], [], [], 1), direction).Write();

        Assert.Equal($"old\n{expected}\n", text.ToString());
    }

    private static LineageNode Node(string id, int depth) => new(id, depth, null, new GraphNode(id, [], new Dictionary<string, GraphValue>()));

    private static LineageArc Arc(string type, double confidence, long papers) => new("new", "old", new GraphRelationship(type, type, "new", "old", new Dictionary<string, GraphValue>
    {
        [GraphSchema.Keys.Confidence] = GraphValue.From(confidence),
        [GraphSchema.Keys.Papers] = GraphValue.From(papers),
    }), IsImplied: false);
}
