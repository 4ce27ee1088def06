using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphStoreTests.Embedded;

public sealed class ColumnGraphTests
{
    [Fact]
    public void Any_edits_give_what_dictionaries_would_give() =>
        GraphEdit.Any.Array[0, 60].Sample(
            edits =>
            {
                var (graph, reference) = Build(edits);
                reference.AssertSame(graph);
            },
            iter: 400);

    [Fact]
    public void Edits_on_top_of_loaded_columns_give_what_dictionaries_would_give() =>
        Gen.Select(GraphEdit.Any.Array[0, 60], GraphEdit.Any.Array[0, 40]).Sample(
            (before, after) =>
            {
                var (graph, reference) = ReferenceLoading.Load(Build(before).Reference);
                reference.AssertSame(graph);
                Apply(after, graph, reference);
                reference.AssertSame(graph);
            },
            iter: 400);

    [Fact]
    public void Loading_and_editing_give_the_same_checksum() =>
        GraphEdit.Any.Array[0, 60].Sample(
            edits =>
            {
                var (edited, reference) = Build(edits);
                Assert.Equal(GraphChecksum.Of(edited), GraphChecksum.Of(ReferenceLoading.Load(reference).Graph));
            },
            iter: 200);

    [Fact]
    public void Rollback_restores_everything_and_commit_keeps_everything() =>
        Gen.Select(GraphEdit.Any.Array[0, 50], GraphEdit.Any.Array[0, 40], GraphEdit.Any.Array[0, 40], Gen.Bool).Sample(
            (before, undone, kept, loaded) =>
            {
                var built = Build(before);
                var (graph, reference) = loaded ? ReferenceLoading.Load(built.Reference) : built;
                var (checksum, nodes, relationships) = (GraphChecksum.Of(graph), graph.NodeCapacity, graph.RelationshipCapacity);

                graph.Begin();
                Apply(undone, graph, reference.Copy());
                graph.Rollback();
                reference.AssertSame(graph);
                Assert.Equal((checksum, nodes, relationships), (GraphChecksum.Of(graph), graph.NodeCapacity, graph.RelationshipCapacity));

                graph.Begin();
                Apply(kept, graph, reference);
                graph.Commit();
                reference.AssertSame(graph);
            },
            iter: 300);

    [Fact]
    public void A_checksum_tells_apart_direction_type_property_and_label()
    {
        string[] checksums =
        [
            Checksum("KNOWS", 0, 1, "A", 1), Checksum("KNOWS", 1, 0, "A", 1), Checksum("LIKES", 0, 1, "A", 1),
            Checksum("KNOWS", 0, 1, "B", 1), Checksum("KNOWS", 0, 1, "A", 2),
        ];
        Assert.Equal(checksums.Length, checksums.Distinct().Count());

        static string Checksum(string type, int start, int end, string label, int size)
        {
            var loader = new ColumnGraphLoader();
            loader.AddNode([label], [new("size", GraphValue.From(size))]);
            loader.AddNode(["C"], []);
            loader.AddRelationship(type, start, end, []);
            return GraphChecksum.Of(loader.Finish());
        }
    }

    [Fact]
    public void An_index_finds_integers_and_equal_floats_alike_and_never_NaN()
    {
        var loader = new ColumnGraphLoader(["n"]);
        foreach (var value in new[] { GraphValue.From(1), GraphValue.From(1.0), GraphValue.From(0), GraphValue.From(-0.0), GraphValue.From(double.NaN) })
        {
            loader.AddNode(["A"], [new("n", value)]);
        }

        var graph = loader.Finish();
        Assert.Equal([0, 1], Find(GraphValue.From(1)));
        Assert.Equal([0, 1], Find(GraphValue.From(1.0)));
        Assert.Equal([2, 3], Find(GraphValue.From(0.0)));
        Assert.Empty(Find(GraphValue.From(double.NaN)));
        Assert.Empty(Find(GraphValue.Null));

        IReadOnlyList<int> Find(GraphValue value)
        {
            Assert.True(graph.TryFindNodes(0, graph.PropertyKeys.Find("n"), value, out var nodes));
            return nodes;
        }
    }

    [Fact]
    public void More_distinct_floats_than_the_table_holds_are_kept_exactly()
    {
        var loader = new ColumnGraphLoader();
        for (var i = 0; i < 70_000; i++)
        {
            loader.AddNode(["A"], [new("x", GraphValue.From(i / 7.0)), new("y", GraphValue.From(i * 1_000_003L))]);
        }

        var graph = loader.Finish();
        var (x, y) = (graph.PropertyKeys.Find("x"), graph.PropertyKeys.Find("y"));
        for (var i = 0; i < 70_000; i += 7)
        {
            Assert.Equal(i / 7.0, graph.NodeProperty(i, x).AsFloat());
            Assert.Equal(i * 1_000_003L, graph.NodeProperty(i, y).AsInteger());
        }
    }

    [Fact]
    public void A_node_with_relationships_cannot_be_deleted()
    {
        var graph = new ColumnGraph();
        var node = graph.CreateNode([]);
        var loop = graph.CreateRelationship(graph.RelationshipTypeToken("LOOP"), node, node);
        Assert.Throws<InvalidOperationException>(() => graph.DeleteNode(node));
        graph.DeleteRelationship(loop);
        graph.DeleteNode(node);
        Assert.Equal((0, 0), (graph.NodeCount, graph.RelationshipCount));
    }

    internal static (ColumnGraph Graph, ReferenceGraph Reference) Build(GraphEdit[] edits)
    {
        var (graph, reference) = (new ColumnGraph(), new ReferenceGraph());
        Apply(edits, graph, reference);
        return (graph, reference);
    }

    private static void Apply(GraphEdit[] edits, ColumnGraph graph, ReferenceGraph reference)
    {
        foreach (var edit in edits)
        {
            edit.Apply(graph, reference);
        }
    }
}
