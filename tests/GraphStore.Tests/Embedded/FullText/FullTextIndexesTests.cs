using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded.FullText;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStoreTests.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded.FullText;

public sealed class FullTextIndexesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_and_memory_find_the_same_nodes_with_the_same_scores()
    {
        using var folder = new TemporaryFolder();
        var graph = SmallGraph.Build(200);
        GraphFileTests.Save(folder.PathOf("g.stemma"), graph);
        using var file = GraphFile.Open(folder.PathOf("g.stemma"));
        using var stored = new FullTextIndexes(file.LoadGraph(Stop), file);
        using var memory = new FullTextIndexes(graph);
        foreach (var query in (string[])["topic 3", "title:topic AND abstract:method", "\"method 4\"", "res*"])
        {
            Assert.NotEmpty(memory.Search("papers", query, Stop));
            Assert.Equal(memory.Search("papers", query, Stop), stored.Search("papers", query, Stop));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Changes_are_found_and_undone_ones_are_not(bool fromFile)
    {
        using var folder = new TemporaryFolder();
        GraphFileTests.Save(folder.PathOf("g.stemma"), SmallGraph.Build(20));
        using var file = GraphFile.Open(folder.PathOf("g.stemma"));
        var graph = file.LoadGraph(Stop);
        using var indexes = new FullTextIndexes(graph, fromFile ? file : null);
        var title = graph.PropertyKeyToken("title");

        Assert.Equal([3], Find("\"Paper 3 on\""));
        graph.Begin();
        graph.SetNodeProperty(3, title, GraphValue.From("zebra"));
        var added = graph.CreateNode([graph.LabelToken("Paper")]);
        graph.SetNodeProperty(added, title, GraphValue.From("okapi and zebra"));
        Assert.Empty(Find("\"Paper 3 on\""));
        Assert.Equal([3, added], Find("zebra").Order());

        graph.Rollback();
        Assert.Empty(Find("zebra"));
        Assert.Equal([3], Find("\"Paper 3 on\""));

        graph.RemoveLabel(3, graph.LabelToken("Paper"));
        Assert.Empty(Find("\"Paper 3 on\""));

        IEnumerable<int> Find(string query) => indexes.Search("papers", query, Stop).Select(hit => hit.Node);
    }

    [Fact]
    public void A_damaged_index_is_detected_before_it_answers()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("g.stemma");
        GraphFileTests.Save(path, SmallGraph.Build(200));
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var change = connection.CreateCommand();
            change.CommandText = "UPDATE papers_docsize SET sz = x'0101' WHERE id = 7";
            change.ExecuteNonQuery();
        }

        using var file = GraphFile.Open(path);
        using var indexes = new FullTextIndexes(file.LoadGraph(Stop), file);
        var fault = Assert.Throws<GraphFileException>(() => indexes.Search("papers", "topic", Stop));
        Assert.Contains("full-text index papers", fault.Message, StringComparison.Ordinal);
    }
}
