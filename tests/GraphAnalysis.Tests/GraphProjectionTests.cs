using Stemma.GraphAnalysis;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Xunit;

namespace Stemma.GraphAnalysisTests;

public sealed class GraphProjectionTests
{
    [Fact]
    public void Only_the_labels_and_types_asked_for_take_part()
    {
        var loader = new ColumnGraphLoader();
        var paper = loader.AddNode(["Paper"], [new("id", GraphValue.From("p"))]);
        var first = loader.AddNode(["Concept"], [new("id", GraphValue.From("a"))]);
        var second = loader.AddNode(["Concept"], [new("id", GraphValue.From("b"))]);
        loader.AddRelationship("BUILDS_ON", paper, first, []);
        loader.AddRelationship("COMPARES_WITH", first, second, []);
        var kept = loader.AddRelationship("BUILDS_ON", second, first, []);

        var projection = GraphProjection.Of(loader.Finish(), ["Concept", "Nothing"], ["BUILDS_ON"], TestContext.Current.CancellationToken);

        Assert.Equal([first, second], projection.NodeOf);
        Assert.Equal(-1, projection.VertexOf(paper));
        Assert.Equal(new CsrArc(1, 0, 0), Assert.Single(projection.Graph.Edges));
        Assert.Equal([kept], projection.RelationshipOf);
    }
}
