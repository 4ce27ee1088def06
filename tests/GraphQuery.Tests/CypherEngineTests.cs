using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Xunit;

namespace Stemma.GraphQueryTests;

/// <summary>The engine's public interface: access, parameters, atomicity, caching between runs.</summary>
public sealed class CypherEngineTests
{
    private static readonly Dictionary<string, GraphValue> None = [];

    [Theory]
    [InlineData("CREATE (n)", "CREATE")]
    [InlineData("MATCH (n) SET n.x = 1", "SET")]
    [InlineData("MATCH (n) REMOVE n.x", "REMOVE")]
    [InlineData("MATCH (n) DETACH DELETE n", "DETACH DELETE")]
    [InlineData("MERGE (n:A) RETURN n", "MERGE")]
    [InlineData("/* RETURN */ mErGe (n:A) RETURN n", "MERGE")]
    [InlineData("RETURN 1 AS x UNION MATCH (n) CREATE (m) RETURN 1 AS x", "CREATE")]
    [InlineData("UNWIND [1] AS x CALL { CREATE (n) } RETURN x", "CREATE")]
    [InlineData("FOREACH (x IN [1] | CREATE (n))", "FOREACH")]
    [InlineData("PROFILE CREATE (n)", "CREATE")]
    public void A_write_is_refused_in_reading_mode_with_the_place_of_its_clause(string query, string keyword)
    {
        var graph = new TestGraph();
        var fault = Assert.Throws<CypherException>(() => graph.Run(query, None, QueryOptions.Reading));
        Assert.Equal((CypherErrorType.AccessModeError, CypherPhase.Compile), (fault.Type, fault.Phase));
        Assert.StartsWith(keyword, query[fault.Position!.Value.Offset..], StringComparison.OrdinalIgnoreCase);
        Assert.True(graph.Engine.IsWrite(query));
        Assert.Equal(0, graph.Graph.NodeCount);
    }

    [Theory]
    [InlineData("MATCH (n) RETURN n")]
    [InlineData("RETURN 'CREATE (n)' AS set")]
    [InlineData("MATCH (create) WHERE create.merge = 1 RETURN create.delete")]
    [InlineData("EXPLAIN CREATE (n)")]
    public void What_only_looks_like_writing_is_reading(string query)
    {
        var graph = new TestGraph();
        Assert.False(graph.Engine.IsWrite(query));
        graph.Run(query, None, QueryOptions.Reading);
        Assert.Equal(0, graph.Graph.NodeCount);
    }

    [Theory]
    [InlineData("RETURN '$n' AS text, $n AS value", "$n AS value")]
    [InlineData("/* $n */ RETURN $n + 1 AS value", "$n + 1")]
    [InlineData("RETURN $name + $n AS value", "$n AS")]
    [InlineData("RETURN 1 AS one, $`n` AS value", "$`n`")]
    public void A_missing_parameter_is_reported_where_it_is_first_used(string query, string place)
    {
        var given = new Dictionary<string, GraphValue> { ["name"] = GraphValue.From(1) };
        var fault = Assert.Throws<CypherException>(() => new TestGraph().Run(query, given));
        Assert.Equal(CypherErrorType.ParameterMissing, fault.Type);
        Assert.StartsWith(place, query[fault.Position!.Value.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_query_is_not_even_parsed_to_its_end()
    {
        var graph = new TestGraph();
        var query = $"RETURN [{string.Join(", ", Enumerable.Repeat("1", 5_000))}] AND";
        Assert.ThrowsAny<OperationCanceledException>(() => graph.Engine.Start(graph.Graph, query, None, QueryOptions.Reading, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_fault_in_the_middle_of_writing_leaves_the_graph_as_it_was()
    {
        var graph = new TestGraph("CREATE (:A {x: 1})");
        Assert.Throws<CypherException>(() => graph.Run("MATCH (a:A) SET a.x = 2 CREATE (b:B) WITH a UNWIND [1, 0] AS d SET a.y = 1 / d"));
        Assert.Equal(1, graph.Value("MATCH (n) RETURN count(n)").AsInteger());
        Assert.Equal("(:A {x: 1})", GraphQuery.Values.ValuePrinter.Print(graph.Value("MATCH (a:A) RETURN a")));
    }

    [Fact]
    public void The_summary_counts_what_was_changed()
    {
        var graph = new TestGraph();
        var counters = graph.Run("CREATE (a:A {x: 1, y: 2})-[:T {z: 3}]->(b:B:C) SET a.x = null REMOVE b:C").Summary.Counters;
        Assert.Equal(new UpdateCounters(2, 0, 1, 0, 4, 3, 1), counters);
    }

    [Fact]
    public void A_query_is_kept_and_still_sees_a_graph_that_has_changed()
    {
        var graph = new TestGraph();
        const string Query = "MATCH (a:A {id: 'x'})-[:T]->(b) RETURN count(b)";
        Assert.Equal(0, graph.Value(Query).AsInteger());
        graph.Run("CREATE (:A {id: 'x'})-[:T]->(:B)");
        Assert.Equal(1, graph.Value(Query).AsInteger());
        graph.Run("MATCH (a:A {id: 'x'}) CREATE (a)-[:T]->(:B)");
        Assert.Equal(2, graph.Value(Query).AsInteger());
    }

    [Fact]
    public void Rows_do_not_change_with_the_graph_after_they_were_read()
    {
        var graph = new TestGraph("CREATE (:A {x: 1})");
        var before = graph.Value("MATCH (a:A) RETURN a");
        graph.Run("MATCH (a:A) SET a.x = 2");
        Assert.Equal(1, before.AsNode().Properties["x"].AsInteger());
    }

    [Fact]
    public void A_reading_query_can_be_explained_without_its_parameters_being_used()
    {
        var run = new TestGraph().Run("EXPLAIN MATCH (n) WHERE n.x = 1 RETURN n");
        Assert.Empty(run.Rows);
        Assert.Equal(["n"], run.Columns);
        Assert.Equal("Filter n.x = 1  [about 1 rows]\nScanNodes (n)  [about 1 rows]", run.Summary.Plan);
    }

    [Fact]
    public void A_query_can_be_explained_without_its_parameters() =>
        Assert.Equal("Project n.y  [about 1 rows]\nFilter n.x = $x  [about 1 rows]\nScanNodes (n)  [about 1 rows]", new TestGraph().Run("EXPLAIN MATCH (n) WHERE n.x = $x RETURN n.y").Summary.Plan);

    [Fact]
    public void A_random_condition_is_asked_for_each_row() =>
        Assert.InRange(new TestGraph().Value("UNWIND range(1, 1000) AS x WITH x WHERE rand() < 0.5 RETURN count(x)").AsInteger(), 300, 700);

    [Fact]
    public async Task One_engine_serves_many_threads()
    {
        var graph = new TestGraph("UNWIND range(1, 100) AS i CREATE (:A {id: toString(i), x: i % 10})");
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(
            () => Enumerable.Range(0, 200).Sum(i => graph.Engine
                .Start(graph.Graph, $"MATCH (a:A) WHERE a.x = {i % 7} AND a.id =~ '.*' RETURN count(a)", None, QueryOptions.Reading, TestContext.Current.CancellationToken)
                .Rows.Single()[0].AsInteger()),
            TestContext.Current.CancellationToken)));
        Assert.All(results, sum => Assert.Equal(2000, sum));
    }

    [Fact]
    public void A_number_is_found_through_an_index_in_either_form()
    {
        var graph = new TestGraph("CREATE (:A {id: 1}), (:A {id: 1.0}), (:A {id: '1'})");
        Assert.Equal(2, graph.Value("MATCH (a:A {id: 1}) RETURN count(a)").AsInteger());
        Assert.Equal(2, graph.Value("MATCH (a:A) WHERE a.id IN [1.0, 1] RETURN count(*)").AsInteger());
        Assert.Equal(0, graph.Value("MATCH (a:A {id: 0.0 / 0.0}) RETURN count(a)").AsInteger());
    }
}
