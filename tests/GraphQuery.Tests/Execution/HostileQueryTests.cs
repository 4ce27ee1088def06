using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Xunit;

namespace Stemma.GraphQueryTests.Execution;

/// <summary>Queries that would run forever or fill the memory end with an error of their own, by a limit or by cancellation.</summary>
public sealed class HostileQueryTests
{
    private static readonly Dictionary<string, GraphValue> None = [];

    /// <summary>Two hundred nodes, each related to the next five: endless paths, and a large product.</summary>
    private static readonly string[] Ring =
    [
        "UNWIND range(0, 199) AS i CREATE (:N {i: i, text: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'})",
        "MATCH (a:N), (b:N) WHERE 0 < b.i - a.i <= 5 CREATE (a)-[:NEXT]->(b)",
        "MATCH (a:N {i: 199}), (b:N {i: 0}) CREATE (a)-[:NEXT]->(b)",
    ];

    public static TheoryData<string> Endless =>
    [
        "MATCH (a), (b), (c), (d), (e) RETURN count(*)",
        "MATCH (a)-[*1..30]->(b) RETURN count(*)",
        "MATCH (a)-[*]-(b) WHERE a.i + b.i = -1 RETURN count(*)",
        "MATCH p = (a {i: 0})-[*]->(b {i: -1}) RETURN p",
        "UNWIND range(1, 100000000) AS x RETURN sum(x)",
        "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x + y < 0 RETURN x",
        "RETURN reduce(s = 0, x IN range(1, 100000000) | s + x % 7)",
        "RETURN size([x IN range(1, 30000) WHERE any(y IN range(1, 30000) WHERE y < 0)])",
        "MATCH (a), (b), (c), (d) WHERE EXISTS { (a)-[*]->(b)-[*]->({i: -1}) } RETURN a",
        "UNWIND range(1, 10000000) AS x WITH x WHERE 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' + toString(x) =~ '(a+)+$' RETURN x",
        "UNWIND range(1, 3000000) AS x WITH x ORDER BY -(x * 7919 % 1000003), x SKIP 2999999 UNWIND range(1, 100000000) AS y RETURN sum(y)",
        "WITH [x IN range(1, 200000) | x] AS list UNWIND list AS x WITH x, list WHERE -x IN list RETURN x",
        "MATCH (a {i: 0}), (b {i: 1}) MATCH p = shortestPath((a)-[*]-(b)) WHERE length(p) > 150 RETURN p",
        "MATCH p = SHORTEST 1000000 (a {i: 0})-[:NEXT]->+(b {i: 100}) RETURN count(p)",
        "MATCH (a {i: 0}) ((x)-->(y)-->(z)){1,60} (b) RETURN count(*)",
        "MATCH (a {i: 0}), (b), (c), (d), (e) MATCH p = allShortestPaths((a)-[*]-(b)) WHERE length(p) = -1 RETURN p",
    ];

    public static TheoryData<string> Greedy =>
    [
        "UNWIND range(1, 100000000) AS x RETURN collect(x)",
        "UNWIND range(1, 100000000) AS x RETURN x ORDER BY -x",
        "UNWIND range(1, 100000000) AS x RETURN DISTINCT x",
        "UNWIND range(1, 100000000) AS x RETURN x, count(*)",
        "MATCH p = (a)-[*]->(b) RETURN collect(p)",
        "MATCH (a), (b), (c) RETURN collect([a.text, b.text, c.text])",
        "RETURN size(reduce(text = 'ab', x IN range(1, 60) | text + text))",
        "RETURN size(reduce(list = [1], x IN range(1, 60) | list + list))",
        "RETURN size([x IN range(1, 100000000) | x])",
        "RETURN size(COLLECT { UNWIND range(1, 100000000) AS x RETURN x })",
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void An_endless_query_ends_at_its_time_limit(string query)
    {
        var graph = new TestGraph(Ring);
        var options = new QueryOptions { Timeout = TimeSpan.FromMilliseconds(100), MaxRows = null, MaxMemoryBytes = null };
        var fault = Assert.Throws<CypherException>(() => graph.Run(query, None, options));
        Assert.Equal(CypherErrorType.TimeoutError, fault.Type);
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void An_endless_query_ends_when_it_is_cancelled(string query)
    {
        var graph = new TestGraph(Ring);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var options = new QueryOptions { Timeout = null, MaxRows = null, MaxMemoryBytes = null };
        Assert.ThrowsAny<OperationCanceledException>(() => graph.Engine.Start(graph.Graph, query, None, options, cancellation.Token).Rows.Count());
    }

    [Theory]
    [MemberData(nameof(Greedy))]
    public void A_greedy_query_ends_at_its_memory_limit(string query)
    {
        var graph = new TestGraph(Ring);
        var options = new QueryOptions { Timeout = TimeSpan.FromSeconds(60), MaxRows = null, MaxMemoryBytes = 8 << 20 };
        var fault = Assert.Throws<CypherException>(() => graph.Run(query, None, options));
        Assert.Equal(CypherErrorType.MemoryLimitError, fault.Type);
    }

    [Theory]
    [InlineData("UNWIND range(1, 3000) AS i CALL (i) { MATCH (a:N {i: 0})-[:NEXT*]->(b) RETURN count(DISTINCT b) AS c } RETURN sum(c)")]
    [InlineData("MATCH (n:N {i: 0}) FOREACH (x IN range(1, 100000) | SET n.x = x)")]
    [InlineData("UNWIND range(1, 10) AS i UNWIND range(1, 3000) AS j WITH j CALL (j) { MERGE (m:M {j: j % 10}) SET m.k = j } RETURN count(*)")]
    public void Memory_that_is_no_longer_held_is_not_counted(string query)
    {
        var graph = new TestGraph(Ring);
        graph.Run(query, None, QueryOptions.Writing with { MaxMemoryBytes = 5 << 20 });
    }

    [Fact]
    public void The_deletion_of_many_relationships_can_be_stopped()
    {
        var graph = new TestGraph("CREATE (:N)", "MATCH (n:N) UNWIND range(1, 100000) AS i CREATE (n)-[:T]->(n)");
        var engine = new CypherEngine(ProcedureCatalog.Empty, new SteppingClock());
        var options = QueryOptions.Writing with { Timeout = TimeSpan.FromSeconds(20), MaxMemoryBytes = null };
        var fault = Assert.Throws<CypherException>(() => engine.Start(graph.Graph, "MATCH (n:N) DETACH DELETE n", None, options, TestContext.Current.CancellationToken));
        Assert.Equal(CypherErrorType.TimeoutError, fault.Type);
    }

    [Fact]
    public void Rows_beyond_the_cap_are_cut_and_the_summary_says_so()
    {
        var graph = new TestGraph(Ring);
        var (_, rows, summary) = graph.Run("MATCH (n) RETURN n.i", None, new QueryOptions { MaxRows = 10 });
        Assert.Equal(10, rows.Count);
        Assert.True(summary.Truncated);
        Assert.False(graph.Run("MATCH (n) RETURN n.i", None, new QueryOptions { MaxRows = 200 }).Summary.Truncated);
    }

    /// <summary>A clock that advances by a second each time it is read.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }

    [Fact]
    public void Rows_are_made_while_they_are_read()
    {
        var graph = new TestGraph(Ring);
        var options = new QueryOptions { Timeout = TimeSpan.FromSeconds(30), MaxRows = null };
        var run = graph.Engine.Start(graph.Graph, "MATCH (a), (b), (c), (d), (e) RETURN a.i", None, options, TestContext.Current.CancellationToken);
        Assert.Equal(3, run.Rows.Take(3).Count());
    }
}
