using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Neo4j;
using Stemma.Testing;

namespace Stemma.GraphStoreTests.Neo4j;

public sealed class Neo4jGraphDatabaseTests(Neo4jServer server) : IClassFixture<Neo4jServer>
{
    private static readonly Dictionary<string, GraphValue> None = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_value_comes_back_as_it_was_sent()
    {
        await using var database = await OpenAsync();
        var map = new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["nothing"] = GraphValue.Null,
            ["yes"] = GraphValue.True,
            ["big"] = GraphValue.From(long.MaxValue),
            ["tiny"] = GraphValue.From(5e-324),
            ["endless"] = GraphValue.From(double.PositiveInfinity),
            ["text"] = GraphValue.From("naïve “quotes”\n\u0001 𝔸"),
            ["list"] = GraphValue.From(new[] { GraphValue.From(1), GraphValue.From("a"), GraphValue.Null }),
            ["date"] = GraphValue.From(new DateValue(18_262)),
            ["localTime"] = GraphValue.From(new LocalTimeValue(36_000_000_000_001)),
            ["time"] = GraphValue.From(new TimeValue(36_000_000_000_000, 3600)),
            ["localDateTime"] = GraphValue.From(new LocalDateTimeValue(18_262, 1_000_000_000)),
            ["offsetDateTime"] = GraphValue.From(new DateTimeValue(18_262, 36_000_000_000_000, 3600, null)),
            ["zonedDateTime"] = GraphValue.From(new DateTimeValue(18_262, 36_000_000_000_000, 3600, "Europe/Stockholm")),
            ["duration"] = GraphValue.From(new DurationValue(14, 3, 14_705, 500_000_000)),
        };
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["map"] = GraphValue.From(map) };
        var result = await database.ReadAllAsync("RETURN $map AS map", parameters, QueryOptions.Reading, Cancelled);
        Assert.Equal(GraphValue.From(map), Assert.Single(result.Rows)[0]);
    }

    [Fact]
    public async Task Nodes_relationships_and_paths_are_read_and_changes_counted()
    {
        await using var database = await OpenAsync();
        var result = await database.ReadAllAsync(
            "CREATE p = (a:Left {k: 1})-[r:JOINS {w: 2.5}]->(b:Right:Also) RETURN a, r, b, p", None, QueryOptions.Writing, Cancelled);
        var row = Assert.Single(result.Rows);
        Assert.Equal(["Also", "Right"], row[2].AsNode().Labels);
        Assert.Equal(row[0].AsNode().ElementId, row[1].AsRelationship().StartElementId);
        Assert.Equal(2.5, row[1].AsRelationship().Properties["w"].AsFloat());
        Assert.Equal([row[0].AsNode().ElementId, row[2].AsNode().ElementId], row[3].AsPath().Nodes.Select(node => node.ElementId));
        Assert.Equal(new UpdateCounters(2, 0, 1, 0, 2, 3, 0), result.Summary.Counters);
    }

    [Fact]
    public async Task A_syntax_error_tells_line_and_column()
    {
        await using var database = await OpenAsync();
        var fault = await Assert.ThrowsAsync<QueryException>(() => database.ReadAllAsync("RETURN 1 AS a,\n  nowhere", None, QueryOptions.Reading, Cancelled));
        Assert.Equal(new TextPosition(17, 2, 3), fault.Position);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", fault.Code);
        Assert.DoesNotContain("line", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_after_the_first_rows_is_not_lost()
    {
        await using var database = await OpenAsync();
        var fault = await Assert.ThrowsAsync<QueryException>(
            () => database.ReadAllAsync("UNWIND range(5000, 0, -1) AS x RETURN 1 / x", None, QueryOptions.Reading, Cancelled));
        Assert.Contains("zero", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Writing_in_reading_mode_is_refused_by_the_server()
    {
        await using var database = await OpenAsync();
        var fault = await Assert.ThrowsAsync<QueryException>(() => database.ReadAllAsync("CREATE (n:Never)", None, QueryOptions.Reading, Cancelled));
        Assert.Equal("Neo.ClientError.Statement.AccessMode", fault.Code);
        var count = await database.ReadAllAsync("MATCH (n:Never) RETURN count(n)", None, QueryOptions.Reading, Cancelled);
        Assert.Equal(0, count.Rows[0][0].AsInteger());
    }

    [Fact]
    public async Task Rows_beyond_the_limit_are_cut_and_the_summary_says_so()
    {
        await using var database = await OpenAsync();
        var options = QueryOptions.Reading with { MaxRows = 10 };
        var cut = await database.ReadAllAsync("UNWIND range(1, 100000) AS x RETURN x", None, options, Cancelled);
        Assert.Equal((10, true), (cut.Rows.Count, cut.Summary.Truncated));
        var whole = await database.ReadAllAsync("UNWIND range(1, 10) AS x RETURN x", None, options, Cancelled);
        Assert.Equal((10, false), (whole.Rows.Count, whole.Summary.Truncated));
    }

    [Fact]
    public async Task A_query_beyond_its_time_is_stopped()
    {
        await using var database = await OpenAsync();
        var options = QueryOptions.Reading with { Timeout = TimeSpan.FromMilliseconds(300) };
        var fault = await Assert.ThrowsAsync<QueryException>(() => database.ReadAllAsync(
            "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x * y = -1 RETURN count(*)", None, options, Cancelled));
        Assert.Equal("TimeoutError.TimeLimit", fault.Code);
    }

    [Fact]
    public async Task Explain_gives_the_plan()
    {
        await using var database = await OpenAsync();
        var result = await database.ReadAllAsync("EXPLAIN MATCH (n) RETURN n", None, QueryOptions.Reading, Cancelled);
        Assert.Contains("AllNodesScan", result.Summary.Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_gives_a_sentence()
    {
        var address = Neo4jAddress.Parse(server.Address, "neo4j", "wrong");
        var fault = await Assert.ThrowsAsync<GraphUnavailableException>(() => Neo4jGraphDatabase.OpenAsync(address, TimeProvider.System, Cancelled));
        Assert.Contains("refuses the user 'neo4j'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_database_gives_a_sentence()
    {
        var address = Neo4jAddress.Parse(server.Address + "/elsewhere", "neo4j", Neo4jServer.Password);
        var fault = await Assert.ThrowsAsync<GraphUnavailableException>(() => Neo4jGraphDatabase.OpenAsync(address, TimeProvider.System, Cancelled));
        Assert.Contains("has no database 'elsewhere'", fault.Message, StringComparison.Ordinal);
    }

    private Task<Neo4jGraphDatabase> OpenAsync() =>
        Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse(server.Address, "neo4j", Neo4jServer.Password), TimeProvider.System, Cancelled);
}
