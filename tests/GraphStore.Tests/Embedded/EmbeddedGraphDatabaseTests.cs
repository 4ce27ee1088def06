using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;
using Stemma.GraphStore.Embedded.FullText;
using Stemma.GraphStore.Embedded.Storage;
using Stemma.GraphStoreTests.Embedded.Storage;

namespace Stemma.GraphStoreTests.Embedded;

public sealed class EmbeddedGraphDatabaseTests : IDisposable
{
    private static readonly Dictionary<string, GraphValue> NoParameters = [];
    private static readonly QueryOptions Endless = new() { Timeout = null, MaxRows = null };

    /// <summary>Ten thousand million rows, which take minutes.</summary>
    private const string EndlessRows = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y";

    private readonly TemporaryFolder _folder = new();

    private string GraphPath => _folder.PathOf("graph.stemma");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_columns_and_summary_come_from_the_graph()
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallGraph.Build(20), TimeProvider.System);
        var rows = await database.ReadAllAsync(
            "MATCH (p:Paper {id: $id})-[r:USES]->(c) RETURN p.title AS title, c.name, r.confidence",
            new Dictionary<string, GraphValue> { ["id"] = GraphValue.From("arxiv:0.3") },
            QueryOptions.Reading,
            Stop);
        Assert.Equal(["title", "c.name", "r.confidence"], rows.Columns);
        Assert.Equal([GraphValue.From("Paper 3 on topic 3"), GraphValue.From("Method 3"), GraphValue.From(0.3)], Assert.Single(rows.Rows));
        Assert.Equal((1, false, false), (rows.Summary.RowCount, rows.Summary.Truncated, rows.Summary.Counters.ContainsUpdates));
    }

    [Fact]
    public async Task Rows_come_before_the_query_has_ended_and_disposing_ends_it()
    {
        await using var database = EmbeddedGraphDatabase.Over(new ColumnGraph(), TimeProvider.System);
        var read = 0;
        await using (var result = await database.RunAsync($"{EndlessRows} RETURN x + y", NoParameters, Endless, Stop))
        {
            await foreach (var row in result.ReadRowsAsync(Stop))
            {
                Assert.Equal(GraphValue.From(1 + ++read), row[0]);
                if (read == 1000)
                {
                    break;
                }
            }
        }

        // A writer could not enter if the query had not ended.
        await database.ReadAllAsync("CREATE (:Done)", NoParameters, QueryOptions.Writing, Stop);
    }

    [Fact]
    public async Task A_time_limit_is_a_fault_of_the_query()
    {
        await using var database = EmbeddedGraphDatabase.Over(new ColumnGraph(), TimeProvider.System);
        var fault = await Assert.ThrowsAnyAsync<QueryException>(() => database.ReadAllAsync(
            $"{EndlessRows} RETURN count(x + y)", NoParameters, Endless with { Timeout = TimeSpan.FromMilliseconds(50) }, Stop));
        Assert.Equal("TimeoutError.TimeLimit", fault.Code);
    }

    [Fact]
    public async Task Waiting_for_a_writer_counts_against_the_time_limit()
    {
        await using var database = EmbeddedGraphDatabase.Over(new ColumnGraph(), TimeProvider.System);
        await using var writing = await database.RunAsync("CREATE (:Held)", NoParameters, QueryOptions.Writing with { Timeout = null }, Stop);
        var fault = await Assert.ThrowsAnyAsync<QueryException>(() => database.ReadAllAsync(
            "RETURN 1", NoParameters, Endless with { Timeout = TimeSpan.FromMilliseconds(50) }, Stop));
        Assert.Equal("TimeoutError.TimeLimit", fault.Code);
    }

    [Fact]
    public async Task Cancelling_ends_a_query_soon()
    {
        await using var database = EmbeddedGraphDatabase.Over(new ColumnGraph(), TimeProvider.System);
        using var cancellation = new CancellationTokenSource();
        var query = database.ReadAllAsync($"{EndlessRows} RETURN count(x + y)", NoParameters, Endless, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
    }

    [Fact]
    public async Task A_write_is_in_the_file_once_it_returns()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(20));
        await using (var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, TimeProvider.System, Stop))
        {
            await database.ReadAllAsync("MATCH (p:Paper {id: 'arxiv:0.4'}) DETACH DELETE p", NoParameters, QueryOptions.Writing, Stop);
            var made = await database.ReadAllAsync(
                "MATCH (p:Paper {id: 'arxiv:0.5'}) CREATE (p)-[:USES]->(:Concept:Method {id: 'zebra', name: 'Zebra'}) RETURN p.id",
                NoParameters,
                QueryOptions.Writing,
                Stop);
            Assert.Equal((1, 1, 2), (made.Summary.Counters.NodesCreated, made.Summary.Counters.RelationshipsCreated, made.Summary.Counters.PropertiesSet));
            await AssertChanged(database);
        }

        await using var again = EmbeddedGraphDatabase.Open(GraphPath, isWritable: false, TimeProvider.System, Stop);
        await AssertChanged(again);
        Assert.Equal(["graph.stemma"], _folder.Files);

        static async Task AssertChanged(EmbeddedGraphDatabase database)
        {
            var found = await database.ReadAllAsync(
                "CALL db.index.fulltext.queryNodes('concepts', 'zebra') YIELD node MATCH (p)-[:USES]->(node) RETURN p.id, node.name",
                NoParameters,
                QueryOptions.Reading,
                Stop);
            Assert.Equal([GraphValue.From("arxiv:0.5"), GraphValue.From("Zebra")], Assert.Single(found.Rows));
            var count = await database.ReadAllAsync("MATCH (p:Paper) RETURN count(p)", NoParameters, QueryOptions.Reading, Stop);
            Assert.Equal(GraphValue.From(19), count.Rows[0][0]);
        }
    }

    [Fact]
    public async Task A_write_that_cannot_be_saved_did_not_happen()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(20));
        var before = File.ReadAllBytes(GraphPath);
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, TimeProvider.System, Stop);
        var checksum = GraphChecksum.Of(database.Graph);
        using (GraphFileWriter.Create(GraphPath))
        {
            var fault = await Assert.ThrowsAsync<GraphFileException>(
                () => database.ReadAllAsync("CREATE (:Paper {title: 'lost'})", NoParameters, QueryOptions.Writing, Stop));
            Assert.Equal(GraphFileFault.Locked, fault.Fault);
        }

        Assert.Equal(checksum, GraphChecksum.Of(database.Graph));
        Assert.Equal(before, File.ReadAllBytes(GraphPath));
        await database.ReadAllAsync("CREATE (:Paper {title: 'kept'})", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(31, GraphFileTests.Load(GraphPath).NodeCount);
    }

    [Fact]
    public async Task A_write_does_not_undo_what_another_process_wrote()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(20));
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: true, TimeProvider.System, Stop);
        GraphFileTests.Save(GraphPath, SmallGraph.Build(40));
        var fault = await Assert.ThrowsAsync<GraphFileException>(() => database.ReadAllAsync("CREATE (:Paper)", NoParameters, QueryOptions.Writing, Stop));
        Assert.Equal(GraphFileFault.Replaced, fault.Fault);
        Assert.Equal(60, GraphFileTests.Load(GraphPath).NodeCount);
    }

    [Fact]
    public async Task Writing_is_refused_where_it_was_not_asked_for()
    {
        GraphFileTests.Save(GraphPath, SmallGraph.Build(20));
        await using var database = EmbeddedGraphDatabase.Open(GraphPath, isWritable: false, TimeProvider.System, Stop);
        foreach (var options in (QueryOptions[])[QueryOptions.Reading, QueryOptions.Writing])
        {
            var fault = await Assert.ThrowsAnyAsync<QueryException>(() => database.RunAsync("CREATE (:Paper)", NoParameters, options, Stop));
            Assert.StartsWith("AccessModeError", fault.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Readers_never_see_half_a_write()
    {
        await using var database = EmbeddedGraphDatabase.Over(new ColumnGraph(), TimeProvider.System);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(ReadAsync, Stop)).ToArray();
        for (var i = 0; i < 60; i++)
        {
            await database.ReadAllAsync("CREATE (:A)-[:R]->(:A)", NoParameters, QueryOptions.Writing, Stop);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.InRange(reads, 1, int.MaxValue));
        var all = await database.ReadAllAsync("MATCH (a:A) RETURN count(a)", NoParameters, QueryOptions.Reading, Stop);
        Assert.Equal(GraphValue.From(120), all.Rows[0][0]);

        async Task<int> ReadAsync()
        {
            var reads = 0;
            do
            {
                var rows = await database.ReadAllAsync(
                    "MATCH (a:A) WITH count(a) AS nodes OPTIONAL MATCH ()-[r:R]->() RETURN nodes, count(r)", NoParameters, QueryOptions.Reading, Stop);
                Assert.Equal(rows.Rows[0][0].AsInteger(), rows.Rows[0][1].AsInteger() * 2);
                reads++;
            }
            while (!done.IsCancellationRequested);
            return reads;
        }
    }

    [Fact]
    public async Task Full_text_search_ranks_nodes_and_reports_faults()
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallGraph.Build(30), TimeProvider.System);
        var found = await database.ReadAllAsync(
            "CALL db.index.fulltext.queryNodes('papers', $q) YIELD node, score RETURN node.id, score",
            new Dictionary<string, GraphValue> { ["q"] = GraphValue.From("\"paper 7\"") },
            QueryOptions.Reading,
            Stop);
        Assert.Equal("arxiv:0.7", Assert.Single(found.Rows)[0].AsString());
        Assert.True(found.Rows[0][1].AsFloat() > 0);

        var fault = await Assert.ThrowsAnyAsync<QueryException>(() => database.ReadAllAsync(
            "CALL db.index.fulltext.queryNodes('papers', '\"open') YIELD node RETURN node", NoParameters, QueryOptions.Reading, Stop));
        Assert.Equal(FullTextQuery.FaultCode, fault.Code);
    }

    [Fact]
    public async Task Indexes_are_there_and_what_tells_words_apart_can_be_listed()
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallGraph.Build(4), TimeProvider.System);
        foreach (var call in (string[])["CALL db.awaitIndexes()", "CALL db.awaitIndexes(300)", "CALL db.awaitIndexes"])
        {
            var awaited = await database.ReadAllAsync(call, NoParameters, QueryOptions.Reading, Stop);
            Assert.Equal((0, 0), (awaited.Columns.Count, awaited.Rows.Count));
        }

        var analyzers = await database.ReadAllAsync("CALL db.index.fulltext.listAvailableAnalyzers()", NoParameters, QueryOptions.Reading, Stop);
        Assert.Equal(["analyzer", "description", "stopwords"], analyzers.Columns);
        var analyzer = Assert.Single(analyzers.Rows);
        Assert.Equal((GraphValue.From("standard-no-stop-words"), GraphValue.FromStrings([])), (analyzer[0], analyzer[2]));
    }

    [Fact]
    public async Task Names_in_use_can_be_listed()
    {
        await using var database = EmbeddedGraphDatabase.Over(SmallGraph.Build(4), TimeProvider.System);
        await database.ReadAllAsync("MATCH (d:Dataset) DETACH DELETE d", NoParameters, QueryOptions.Writing, Stop);
        Assert.Equal(["Concept", "Method", "Paper"], await List("db.labels() YIELD label RETURN label"));
        Assert.Equal(["CITES", "USES"], await List("db.relationshipTypes() YIELD relationshipType RETURN relationshipType"));
        Assert.Contains("title", await List("db.propertyKeys() YIELD propertyKey RETURN propertyKey"));

        async Task<IEnumerable<string>> List(string call)
        {
            var rows = await database.ReadAllAsync($"CALL {call}", NoParameters, QueryOptions.Reading, Stop);
            return rows.Rows.Select(row => row[0].AsString());
        }
    }
}
