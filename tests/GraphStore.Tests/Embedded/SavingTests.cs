using Microsoft.Data.Sqlite;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStoreTests.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded;

/// <summary>When a writing statement reaches the file, and what can stop it before.</summary>
public sealed class SavingTests : IDisposable
{
    private static readonly Dictionary<string, GraphValue> NoParameters = [];
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly byte[] _before;

    public SavingTests()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(20));
        File.SetLastWriteTimeUtc(GraphPath, LongAgo);
        _before = File.ReadAllBytes(GraphPath);
    }

    private string GraphPath => _folder.PathOf("graph.stemma");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("MATCH (n:Nope) DELETE n")]
    [InlineData("MATCH (n:Nope) SET n.year = 2024, n:Known")]
    [InlineData("MATCH (p:Paper) REMOVE p.nope, p:Nope")]
    [InlineData("MATCH (p:Paper) SET p:Paper, p.nope = null RETURN p")]
    [InlineData("MERGE (p:Paper {id: 'arxiv:0.4'}) ON CREATE SET p.new = true")]
    [InlineData("FOREACH (x IN [] | CREATE (:Paper))")]
    public async Task A_statement_that_changes_nothing_leaves_the_file_alone(string statement)
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, Stop);
        var done = await database.ReadAllAsync(statement, NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(UpdateCounters.None, done.Summary.Counters);
        AssertUntouched();

        await database.ReadAllAsync("CREATE (:Paper)", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(31, GraphFileTests.Load(GraphPath).NodeCount);
    }

    [Fact]
    public async Task What_is_set_to_what_it_was_counts_and_is_saved_as_it_was()
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, Stop);
        var checksum = GraphChecksum.Of(database.Graph);
        var done = await database.ReadAllAsync("MATCH (p:Paper) SET p.title = p.title", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(20, done.Summary.Counters.PropertiesSet);
        Assert.Equal(checksum, GraphChecksum.Of(GraphFileTests.Load(GraphPath)));
    }

    [Theory]
    [InlineData("CREATE (:Note {id: 'n1', name: 'x'})")]
    [InlineData("MATCH (p:Paper {id: 'arxiv:0.4'}), (q:Paper {id: 'arxiv:0.5'}) CREATE (p)-[:LIKE]->(q)")]
    [InlineData("CREATE (:Concept {name: 'Zebra'}), (:Paper {title: 'Stripes', abstract: 'Of the zebra'})")]
    [InlineData("MATCH (p:Paper {id: 'arxiv:0.4'}) SET p.title = 'Stripes of the zebra'")]
    [InlineData("MATCH (p:Paper {id: 'arxiv:0.4'}) REMOVE p:Paper")]
    [InlineData("MATCH (p:Paper {id: 'arxiv:0.4'}) DETACH DELETE p")]
    [InlineData("CREATE (n:Note) CREATE (:Note) DELETE n")]
    public async Task A_saved_file_is_what_the_graph_written_whole_would_be(string statement)
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, Stop);
        await Assert.ThrowsAnyAsync<QueryException>(
            () => database.ReadAllAsync("CREATE (:Paper {title: 'undone'}) WITH 1 AS x RETURN x / 0", NoParameters, QueryOptions.Writing, Stop));
        for (var round = 0; round < 2; round++)
        {
            await database.ReadAllAsync(statement, NoParameters, QueryOptions.Writing, Stop);
            GraphFileTests.Save(_folder.PathOf("whole.stemma"), database.Graph);
            Assert.Equal(MetaOf("whole.stemma"), MetaOf("graph.stemma"));
        }
    }

    [Fact]
    public async Task A_full_text_index_that_is_damaged_in_the_file_is_made_anew()
    {
        var meta = MetaOf("graph.stemma");
        using (var connection = new SqliteConnection($"Data Source={GraphPath};Pooling=False"))
        {
            connection.Open();
            using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE concepts_data SET block = zeroblob(length(block))";
            damage.ExecuteNonQuery();
        }

        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, Stop);
        await database.ReadAllAsync("MATCH (p:Paper {id: 'arxiv:0.4'}), (q:Paper {id: 'arxiv:0.5'}) CREATE (p)-[:LIKE]->(q)", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(meta["fulltext.concepts"], MetaOf("graph.stemma")["fulltext.concepts"]);
        var found = await database.ReadAllAsync(
            "CALL db.index.fulltext.queryNodes('concepts', 'method') YIELD node RETURN count(node)", NoParameters, QueryOptions.Reading, Stop);
        Assert.True(found.Rows[0][0].AsInteger() > 0);
    }

    [Fact]
    public async Task Saving_may_take_longer_than_the_statement()
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, SaveSlowly, Stop);
        var made = await database.ReadAllAsync("UNWIND range(1, 500) AS x CREATE (n:Note {x: x}) RETURN n.x", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal((500, 500), (made.Rows.Count, made.Summary.Counters.NodesCreated));
        Assert.Equal(530, GraphFileTests.Load(GraphPath).NodeCount);
    }

    [Fact]
    public async Task The_caller_stops_saving_until_the_file_is_replaced()
    {
        using var caller = new CancellationTokenSource();
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, CancelAndSave, Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => database.ReadAllAsync("CREATE (:Note)", NoParameters, QueryOptions.Writing, caller.Token));
        AssertUntouched();
        Assert.Equal(30, database.Graph.NodeCount);

        GraphColumns CancelAndSave(ColumnGraph graph, GraphFile file, CancellationToken stop)
        {
            caller.Cancel();
            return SaveSlowly(graph, file, stop);
        }
    }

    [Fact]
    public async Task A_change_in_the_file_succeeded_although_the_file_cannot_be_opened_again()
    {
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, _clock, SaveAndTakeAway, Stop);
        var done = await database.ReadAllAsync("CREATE (:Concept {name: 'Zebra'})", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(1, done.Summary.Counters.NodesCreated);
        var found = await database.ReadAllAsync(
            "CALL db.index.fulltext.queryNodes('concepts', 'zebra') YIELD node RETURN node.name", NoParameters, QueryOptions.Reading, Stop);
        Assert.Equal(GraphValue.From("Zebra"), Assert.Single(found.Rows)[0]);
        var fault = await Assert.ThrowsAsync<GraphFileException>(() => database.ReadAllAsync("CREATE (:Note)", NoParameters, QueryOptions.Writing, Stop));
        Assert.Equal(GraphFileFault.NotFound, fault.Fault);

        GraphColumns SaveAndTakeAway(ColumnGraph graph, GraphFile file, CancellationToken stop)
        {
            var columns = GraphSaver.Save(graph, file, stop);
            File.Delete(GraphPath);
            return columns;
        }
    }

    private Dictionary<string, string> MetaOf(string name)
    {
        using var file = GraphFile.Open(_folder.PathOf(name));
        return new Dictionary<string, string>(file.Connections.Meta);
    }

    private GraphColumns SaveSlowly(ColumnGraph graph, GraphFile file, CancellationToken stop)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        return GraphSaver.Save(graph, file, stop);
    }

    private void AssertUntouched()
    {
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(GraphPath));
        Assert.Equal(_before, File.ReadAllBytes(GraphPath));
        Assert.Equal(["graph.stemma"], _folder.Files);
    }
}
