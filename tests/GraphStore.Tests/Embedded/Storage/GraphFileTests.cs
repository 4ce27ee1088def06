using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded.Storage;

public sealed class GraphFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string GraphPath => _folder.PathOf("graph.stemma");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_graph_comes_back_equal_from_its_file() =>
        GraphEdit.Any.Array[0, 60].Sample(
            edits =>
            {
                var (graph, _) = ColumnGraphTests.Build(edits);
                using var folder = new TemporaryFolder();
                Save(folder.PathOf("any.stemma"), graph);
                using var file = GraphFile.Open(folder.PathOf("any.stemma"));
                var loaded = file.LoadGraph(Stop);
                Assert.Equal(GraphChecksum.Of(graph), GraphChecksum.Of(loaded));
                Assert.Equal((graph.NodeCount, graph.RelationshipCount), (file.Description.Nodes, file.Description.Relationships));
                Assert.Equal((graph.NodeCount, graph.RelationshipCount), (loaded.NodeCapacity, loaded.RelationshipCapacity));
            },
            iter: 80);

    [Fact]
    public void A_loaded_graph_answers_every_question_and_can_be_edited_and_saved_again() =>
        Gen.Select(GraphEdit.Any.Array[0, 60], GraphEdit.Any.Array[0, 40]).Sample(
            (before, after) =>
            {
                var reference = ReferenceLoading.Load(ColumnGraphTests.Build(before).Reference);
                using var folder = new TemporaryFolder();
                var path = folder.PathOf("any.stemma");
                Save(path, reference.Graph);
                var loaded = Load(path);
                reference.Reference.AssertSame(loaded);

                foreach (var edit in after)
                {
                    edit.Apply(loaded, reference.Reference);
                }

                reference.Reference.AssertSame(loaded);
                Save(path, loaded);
                Assert.Equal(GraphChecksum.Of(loaded), GraphChecksum.Of(Load(path)));
            },
            iter: 60);

    [Fact]
    public void Equal_graphs_give_equal_files()
    {
        Save(_folder.PathOf("a.stemma"), SmallGraph.Build(500));
        Save(_folder.PathOf("b.stemma"), SmallGraph.Build(500));
        Save(_folder.PathOf("c.stemma"), SmallGraph.Build(500, seed: 1));
        Assert.Equal(File.ReadAllBytes(_folder.PathOf("a.stemma")), File.ReadAllBytes(_folder.PathOf("b.stemma")));
        Assert.NotEqual(Checksum("a.stemma"), Checksum("c.stemma"));

        string Checksum(string name)
        {
            using var file = GraphFile.Open(_folder.PathOf(name));
            return file.Description.Checksum;
        }
    }

    [Fact]
    public void Saving_a_loaded_graph_gives_the_same_checksum()
    {
        Save(GraphPath, SmallGraph.Build(300));
        using var first = GraphFile.Open(GraphPath);
        Save(_folder.PathOf("again.stemma"), first.LoadGraph(Stop));
        using var second = GraphFile.Open(_folder.PathOf("again.stemma"));
        Assert.Equal(first.Description, second.Description);
    }

    [Fact]
    public void Sections_longer_than_a_part_come_back()
    {
        var loader = new ColumnGraphLoader();
        var text = new string('x', 1 << 20);
        for (var i = 0; i < 20; i++)
        {
            loader.AddNode(["Paper"], [new("abstract", GraphValue.From($"{i}{text}"))]);
        }

        var graph = loader.Finish();
        Save(GraphPath, graph);
        Assert.Equal(GraphChecksum.Of(graph), GraphChecksum.Of(Load(GraphPath)));
    }

    [Fact]
    public void Cached_extractions_and_records_come_back_and_unknown_ones_do_not()
    {
        var random = new Random(1);
        var extractions = Enumerable.Range(0, 300).Select(i => new StoredExtraction(Bytes(32), Bytes(random.Next(2000)))).ToArray();
        var records = Enumerable.Range(0, 300).Select(i => new StoredRecord($"arxiv:{i:D4}", new byte[random.Next(2000)])).ToArray();
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteExtractions(extractions);
            writer.WriteRecords(records.Reverse());
            writer.WriteGraph(SmallGraph.Build(3), "test", Stop);
            writer.Commit();
        }

        using var file = GraphFile.Open(GraphPath);
        Assert.Equal(extractions.Select(e => e.Content), file.FindExtractions([.. extractions.Select(e => e.Hash)]));
        Assert.Equal([null], file.FindExtractions([Bytes(32)]));
        Assert.Equal(records, file.ReadRecords(Stop), (a, b) => a.Id == b.Id && a.Content.SequenceEqual(b.Content));

        byte[] Bytes(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }
    }

    [Fact]
    public void The_cache_and_the_records_are_taken_over_from_the_file_before()
    {
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteExtractions([new StoredExtraction(new byte[32], [1, 2, 3])]);
            writer.WriteRecords([new StoredRecord("a", [1]), new StoredRecord("b", [2])]);
            writer.WriteGraph(SmallGraph.Build(3), "test", Stop);
            writer.Commit();
        }

        using (var before = GraphFile.Open(GraphPath))
        using (var writer = GraphFileWriter.Create(GraphPath))
        {
            writer.WriteRecords([new StoredRecord("b", [9])]);
            writer.CopyContents(before);
            writer.WriteGraph(SmallGraph.Build(4), "test", Stop);
            writer.Commit();
        }

        using var after = GraphFile.Open(GraphPath);
        Assert.Equal([[1, 2, 3]], after.FindExtractions([new byte[32]]));
        Assert.Equal([("a", 1), ("b", 9)], after.ReadRecords(Stop).Select(record => (record.Id, (int)record.Content[0])));
        Assert.Equal(6, after.Description.Nodes);
    }

    internal static void Save(string path, ColumnGraph graph)
    {
        using var writer = GraphFileWriter.Create(path);
        writer.WriteGraph(graph, "test", Stop);
        writer.Commit();
    }

    internal static ColumnGraph Load(string path)
    {
        using var file = GraphFile.Open(path);
        return file.LoadGraph(Stop);
    }
}
