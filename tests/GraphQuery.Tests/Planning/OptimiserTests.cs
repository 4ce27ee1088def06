using CsCheck;
using Xunit;

namespace Stemma.GraphQueryTests.Planning;

/// <summary>On small random graphs, an optimised plan returns the same rows as the plan as written.</summary>
public sealed class OptimiserTests
{
    private static readonly string[] Endings =
    [
        "RETURN a, b", "RETURN count(*)", "RETURN a.x, count(b) AS n", "RETURN DISTINCT b", "RETURN count(r)", "RETURN a.x AS x, count(DISTINCT b) AS n", "RETURN max(b.x), min(a.x)",
        "RETURN a.s, count(*), max(a.x), count(DISTINCT a.id)", "RETURN b.s AS s, b.x AS x, count(r) AS n ORDER BY n DESC, s, x LIMIT 2", "RETURN count(DISTINCT a.s) AS n",
        "RETURN DISTINCT a.s, b.x", "WITH a, count(b) AS n RETURN a.id, n ORDER BY n DESC, a.id, a LIMIT 3", "WITH a, b ORDER BY a, b LIMIT 2 RETURN a.s, b.s, b.id",
        "RETURN a.s AS s, a.id AS id, count(*) AS n ORDER BY n, s, id SKIP 1 LIMIT 2", "RETURN collect(DISTINCT b.s) = [], sum(a.x), count(a.x)",
    ];

    private static readonly Gen<string> Node = Gen.Select(
        Choice.Of("", ":A", ":B", ":A:B", ":A|B", ":!A"), Choice.Of("", "", " {x: 1}", " {id: 2}"), (labels, properties) => labels + properties);

    private static readonly Gen<string> Relationship = Gen.OneOf(
        Gen.Select(Choice.Of("", ":T", ":U", ":T|U", ":!T"), Choice.Of("", "", "", "*1..2", "*0..2", "*2", "*1..4"), Choice.Of("->", "<-", "-"), (types, length, arrow) =>
            arrow == "<-" ? $"<-[{{0}}{types}{length}]-" : $"-[{{0}}{types}{length}]{arrow}"),
        Gen.Select(Choice.Of("", ":T", ":U"), Choice.Of("->", "-"), Choice.Of("{1,2}", "{2}", "{0,2}"), (types, arrow, quantifier) => $"-[{{0}}{types}]{arrow}{quantifier}"),
        Gen.Select(Choice.Of("", ":T"), Choice.Of("->", "-"), Choice.Of("", " WHERE {0}n.x < {0}m.x", " WHERE {0}m:A"), Choice.Of("{1,2}", "{0,2}", "{2}"), (types, arrow, where, quantifier) =>
            $"(({{0}}n)-[{{0}}{types}]{arrow}({{0}}m){where}){quantifier}"),
        Gen.Select(Choice.Of("", ":U"), Choice.Of("", " WHERE {0}k.x > 0"), Choice.Of("{1,2}", "{0,1}"), (types, where, quantifier) =>
            $"(({{0}}n)-[{{0}}{types}]->({{0}}k)<-[{{0}}s]-({{0}}m){where}){quantifier}"));

    private static readonly Gen<string> Where = Choice.Of(
        "", "", " WHERE a.x = 1", " WHERE a.x < b.x", " WHERE a:A AND b.id = 1", " WHERE a.x = 1 OR b.x = 2", " WHERE (a)-->(b)", " WHERE a.id IN [1, 2, 3]", " WHERE b.id = a.x",
        " WHERE NOT EXISTS { (b)-[:U]->() }", " WHERE COUNT { (a)-[:T]->() } > 1", " WHERE a.id IN [1, null] AND a:B",
        " WHERE a.s CONTAINS 'b'", " WHERE a.s STARTS WITH 'a' AND a.x > 0", " WHERE b.s ENDS WITH 'é' AND b:B", " WHERE a.s CONTAINS ''", " WHERE a.s CONTAINS b.s AND a:A",
        " WHERE a.s CONTAINS null OR a.x = 1", " WHERE b:A AND b.x = a.x AND a.s IS NOT NULL", " WHERE a.s = b.s AND a:B AND b:B", " WHERE b.x + 1 = a.x AND b:B",
        " WHERE a.s <> 'ab'", " WHERE 'é' = b.s OR a.x <> 1");

    private static readonly Gen<string> Query = Gen.Select(Node, Relationship, Node, Relationship, Choice.Of(0, 1, 2, 3, 4), Where, Choice.Of(Endings), Compose);

    private static readonly Gen<string> Comparison = Gen.Select(
        Choice.Of("a.s", "a.x", "a.id", "a.none", "b.s"), Choice.Of("=", "<>"), Choice.Of("'ab'", "'é'", "'nowhere'", "1", "1.0", "7", "0.5", "null", "$x", "true", "['ab']"), Gen.Bool,
        (property, sign, value, isTurned) => $"MATCH (a) OPTIONAL MATCH (a)-->(b) RETURN a.id, {(isTurned ? value : property)} {sign} {(isTurned ? property : value)} AS c");

    private static readonly Gen<string> WhereOfHops = Choice.Of("", " WHERE b.x > 0", " WHERE b:A AND $x IS NULL", " WHERE a.x = b.x", " WHERE c.id < 2");

    /// <summary>Two hops that meet in b, one hop, and counts by label or type: queries answered from the lengths of adjacency lists.</summary>
    private static readonly Gen<string> Counting = Gen.OneOf(
        Gen.Select(Node, Hop("r"), Node, Hop("s"), Node, WhereOfHops, Choice.Of(
            "RETURN count(*)", "RETURN b.x, count(*)", "RETURN b, count(a), max(b.x)", "RETURN b.s AS s, count(r) AS n ORDER BY n, s LIMIT 2", "RETURN b.x, count(DISTINCT b.s), sum(b.x)",
            "RETURN a.x, count(c)", "RETURN count(DISTINCT b)", "RETURN a.s, count(s)"),
            (a, first, b, second, c, where, ending) => $"MATCH (a{a}){first}(b{b}){second}(c{c}){where} {ending}"),
        Gen.Select(Hop("q"), Node, Hop("r"), Hop("s"), Node, Choice.Of("RETURN count(*)", "RETURN b.x, count(*)", "RETURN d.x, count(s)"),
            (before, b, first, second, c, ending) => $"MATCH (d){before}(b{b}), (a){first}(b){second}(c{c}) {ending}"),
        Gen.Select(Node, Hop("r"), Node, Choice.Of("RETURN a.s, count(*)", "RETURN b, count(r)", "RETURN type(r) AS t, count(*)", "RETURN type(r), count(b)", "RETURN b.x, count(a)"),
            (a, hop, b, ending) => $"MATCH (a{a}){hop}(b{b}) {ending}"),
        Gen.Select(Choice.Of("", ":A", ":B", ":A|B"), Choice.Of("RETURN a.s, count(*)", "RETURN a.x AS x, count(a), max(a.s), sum(a.x), count(DISTINCT a.id)", "RETURN a.none, count(*)", "WITH a.s AS s, count(*) AS n RETURN n, collect(s)"),
            (a, ending) => $"MATCH (a{a}) {ending}"),
        Gen.Select(Choice.Of(":A", ":B"), Hop("r"), Node, Choice.Of("RETURN b.s AS s, count(*), max(b.x), count(DISTINCT b.id)", "RETURN b.id, count(a)", "RETURN b, b.x, count(r)", "RETURN b.s, rand() < 2, count(*)"),
            (a, hop, b, ending) => $"MATCH (a{a}){hop}(b{b}) {ending}"),
        Choice.Of("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*)", "MATCH (n) UNWIND labels(n) AS label RETURN label, count(n) AS n", "MATCH ()-[r]->() RETURN type(r), count(*)"));

    [Fact]
    public void Optimised_plans_give_the_same_rows_as_plans_as_written() => Gen.Select(RandomGraphs.Graph, Query).Sample(
        (graph, query) => Assert.Equal(RandomGraphs.Rows(graph, query, optimise: false), RandomGraphs.Rows(graph, query, optimise: true)),
        iter: 6_000,
        threads: 1,
        seed: "0000RLkMPH42",
        print: pair => pair.Item2);

    [Fact]
    public void Counting_without_visiting_gives_the_same_rows() => Gen.Select(RandomGraphs.Graph, Counting).Sample(
        (graph, query) => Assert.Equal(RandomGraphs.Rows(graph, query, optimise: false), RandomGraphs.Rows(graph, query, optimise: true)),
        iter: 4_000,
        threads: 1,
        seed: "0001RLkMPH42",
        print: pair => pair.Item2);

    /// <summary>Loaded columns are compared by code, including values that do not occur in them and values of another type.</summary>
    [Fact]
    public void Comparing_a_property_with_a_value_gives_the_same_rows_on_loaded_columns() => Gen.Select(RandomGraphs.Pair, Comparison).Sample(
        (graphs, query) => Assert.Equal(RandomGraphs.Rows(graphs.Written, query, optimise: true), RandomGraphs.Rows(graphs.Loaded, query, optimise: true)),
        iter: 3_000,
        threads: 1,
        seed: "0002RLkMPH42",
        print: sample => sample.Item2);

    private static string Compose(string a, string first, string b, string second, int form, string where, string ending)
    {
        var (r, s) = (first.Replace("{0}", "r", StringComparison.Ordinal), second.Replace("{0}", "s", StringComparison.Ordinal));
        var pattern = form switch
        {
            0 => $"(a{a}){r}(b{b})",
            1 => $"(a{a}){r}(c){s}(b{b})",
            2 => $"(a{a}){r}(b{b}){s}(a)",
            3 => $"(a{a}){r}(c), (b{b}){s}(c)",
            _ => $"(a{a}), (b{b}) OPTIONAL MATCH (a){r}(c){s}(b)",
        };
        return $"MATCH {pattern}{where} {ending}";
    }

    private static Gen<string> Hop(string name) => Gen.Select(
        Choice.Of("", ":T", ":U", ":T|U"), Choice.Of("->", "<-", "-"), (types, arrow) => arrow == "<-" ? $"<-[{name}{types}]-" : $"-[{name}{types}]{arrow}");
}
