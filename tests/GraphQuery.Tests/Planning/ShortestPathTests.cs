using CsCheck;
using Xunit;

namespace Stemma.GraphQueryTests.Planning;

/// <summary>On small random graphs, shortest paths are the shortest of all paths that satisfy the conditions.</summary>
public sealed class ShortestPathTests
{
    private static readonly Gen<(string Types, string Arrow, string Condition)> Search = Gen.Select(
        Choice.Of("", ":T", ":T|U"),
        Choice.Of("->", "-"),
        Choice.Of(
            "true", "length(p) > 1", "length(p) <> 2", "all(n IN nodes(p) WHERE n.x > 0)", "none(r IN relationships(p) WHERE type(r) = 'U')", "any(n IN nodes(p) WHERE n:A)", "a.x < b.x",
            "length(p) > 2 AND b:B"),
        (types, arrow, condition) => (types, arrow, condition));

    [Fact]
    public void A_shortest_path_is_as_long_as_the_shortest_of_all_that_satisfy_the_condition() => Check(
        search => $"MATCH (a), (b) WHERE a <> b MATCH p = shortestPath((a)-[{search.Types}*..4]{search.Arrow}(b)) WHERE {search.Condition} RETURN id(a), id(b), length(p)",
        search => $"MATCH p = (a)-[{search.Types}*..4]{search.Arrow}(b) WHERE a <> b AND {search.Condition} RETURN id(a), id(b), min(length(p))");

    [Fact]
    public void All_shortest_paths_are_as_many_as_there_are() => Check(
        search => $"MATCH (a), (b) WHERE a <> b MATCH p = allShortestPaths((a)-[{search.Types}*..4]{search.Arrow}(b)) WHERE {search.Condition} RETURN id(a), id(b), count(p), min(length(p))",
        search => $"MATCH p = (a)-[{search.Types}*..4]{search.Arrow}(b) WHERE a <> b AND {search.Condition} WITH a, b, collect(length(p)) AS all "
            + "WITH a, b, all, reduce(least = all[0], n IN all | CASE WHEN n < least THEN n ELSE least END) AS least RETURN id(a), id(b), size([n IN all WHERE n = least]), least");

    [Fact]
    public void The_two_shortest_paths_are_the_first_two_by_length() => Check(
        search => $"MATCH p = SHORTEST 2 ((a)-[{search.Types}]{search.Arrow}{{1,4}}(b) WHERE {search.Condition}) WITH a, b, length(p) AS n ORDER BY n RETURN id(a), id(b), collect(n)",
        search => $"MATCH p = (a)-[{search.Types}*..4]{search.Arrow}(b) WHERE {search.Condition} WITH a, b, length(p) AS n ORDER BY n RETURN id(a), id(b), collect(n)[0..2]");

    [Fact]
    public void Groups_hold_all_paths_of_a_length() => Check(
        search => $"MATCH p = SHORTEST 2 GROUPS ((a)-[{search.Types}]{search.Arrow}{{1,4}}(b) WHERE {search.Condition}) RETURN id(a), id(b), length(p), count(*)",
        search => $"MATCH p = (a)-[{search.Types}*..4]{search.Arrow}(b) WHERE {search.Condition} WITH a, b, length(p) AS n, count(*) AS paths ORDER BY n WITH a, b, collect([n, paths])[0..2] AS groups "
            + "UNWIND groups AS g RETURN id(a), id(b), g[0], g[1]");

    [Fact]
    public void A_quantified_relationship_is_a_path_of_varying_length() => Check(
        search => $"MATCH (a)-[r{search.Types}]{search.Arrow}{{1,3}}(b) RETURN id(a), id(b), size(r), count(*)",
        search => $"MATCH (a)-[r{search.Types}*1..3]{search.Arrow}(b) RETURN id(a), id(b), size(r), count(*)");

    [Fact]
    public void A_repeated_pattern_of_two_hops_is_the_pattern_written_out() => Check(
        search => $"MATCH (a) ((n)-[r{search.Types}]{search.Arrow}(k)-[s]->(m) WHERE n.x < 3){{2}} (b) RETURN id(a), id(b), [e IN k | id(e)], [e IN r | id(e)], [e IN s | id(e)]",
        search => $"MATCH (a)-[r{search.Types}]{search.Arrow}(k)-[s]->(c)-[t{search.Types}]{search.Arrow}(l)-[u]->(b) WHERE a.x < 3 AND c.x < 3 RETURN id(a), id(b), [id(k), id(l)], [id(r), id(t)], [id(s), id(u)]");

    private static void Check(Func<(string Types, string Arrow, string Condition), string> query, Func<(string Types, string Arrow, string Condition), string> oracle) =>
        Gen.Select(RandomGraphs.Graph, Search).Sample(
            (graph, search) => Assert.Equal(RandomGraphs.Rows(graph, oracle(search), optimise: false), RandomGraphs.Rows(graph, query(search), optimise: true)),
            iter: 400,
            threads: 1,
            seed: "0002RLkMPH42",
            print: pair => query(pair.Item2));
}
