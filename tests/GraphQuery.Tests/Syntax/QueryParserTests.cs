using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Syntax;
using Xunit;

namespace Stemma.GraphQueryTests.Syntax;

/// <summary>Tests the parser against its canonical printed form, and its limits.</summary>
public sealed class QueryParserTests
{
    [Theory]
    [InlineData("MATCH (n) RETURN n", "MATCH (n) RETURN n")]
    [InlineData("match (n:A:B{x:1})-[r:T|U*1..3]->() where n.x>1 and not n.y is null return n.x as x order by x desc limit 3",
        "MATCH (n:A&B {x: 1})-[r:T|U*1..3]->() WHERE ((n.x > 1) AND (NOT (n.y IS NULL))) RETURN n.x AS x ORDER BY x DESC LIMIT 3")]
    [InlineData("RETURN 1 + 2 * 3 ^ 2 ^ -1 % 4", "RETURN (1 + ((2 * ((3 ^ 2) ^ -1)) % 4))")]
    [InlineData("RETURN NOT a OR b AND c XOR d", "RETURN ((NOT a) OR ((b AND c) XOR d))")]
    [InlineData("RETURN 1 < x <= 3 = y", "RETURN (1 < x <= 3 = y)")]
    [InlineData("RETURN a IN [1] + b, x STARTS WITH 'y' + 'z'", "RETURN (a IN ([1] + b)), (x STARTS WITH ('y' + 'z'))")]
    [InlineData("RETURN -x.y[0]['k'][1..], -5", "RETURN (-x.y[0]['k'][1..]), -5")]
    [InlineData("RETURN (a)-[1]", "RETURN (a - [1])")]
    [InlineData("MATCH (a) WHERE (a)-[:T]->() RETURN [p = (a)--(b) | p]", "MATCH (a) WHERE (a)-[:T]->() RETURN [p = (a)--(b) | p]")]
    [InlineData("RETURN [x IN xs WHERE x:A | x.y], [x IN xs], [x IN xs, 1]", "RETURN [x IN xs WHERE (x:A) | x.y], [x IN xs], [(x IN xs), 1]")]
    [InlineData("RETURN `odd name`.`a``b`, $`p q`, $1", "RETURN `odd name`.`a``b`, $`p q`, $`1`")]
    [InlineData("MATCH (match) WHERE match.where = 1 RETURN match AS return", "MATCH (match) WHERE (match.where = 1) RETURN match AS return")]
    [InlineData("CALL a.b(1) YIELD x AS y WHERE y > 1 RETURN *", "CALL a.b(1) YIELD x AS y WHERE (y > 1) RETURN *")]
    [InlineData("MERGE (a)-[:T]-(b) ON CREATE SET a.x=1,b:L ON MATCH SET b+={y:2}", "MERGE (a)-[:T]-(b) ON CREATE SET a.x = 1, b:L ON MATCH SET b += {y: 2}")]
    [InlineData("RETURN EXISTS{(a)-->(b) WHERE a.x=1}, count{MATCH (a) RETURN a}", "RETURN EXISTS { MATCH (a)-->(b) WHERE (a.x = 1) }, COUNT { MATCH (a) RETURN a }")]
    [InlineData("RETURN 1 // comment\n UNION /* and */ ALL RETURN 2;", "RETURN 1 UNION ALL RETURN 2")]
    public void A_query_prints_in_canonical_form(string text, string canonical) => Assert.Equal(canonical, QueryParser.Parse(text).ToString());

    [Theory]
    [InlineData("MATCH (a:A|B {x: [1, 2.5, 'it''s', null, true]})<-[:T*]-(b WHERE b.x = 1) RETURN CASE a.x WHEN 1 THEN 2 ELSE 3 END")]
    [InlineData("UNWIND $rows AS row WITH row {.a, .*, b: 1} AS m, reduce(s = 0, x IN row.l | s + x) AS r RETURN m, r, all(x IN m.l WHERE x > r)")]
    [InlineData("MATCH p = allShortestPaths((a)-[:T*..5]-(b)) FOREACH (n IN nodes(p) | SET n.seen = true REMOVE n:New) DETACH DELETE a")]
    [InlineData("CALL (x) { WITH x RETURN x.y AS y } RETURN y SKIP 1 LIMIT $n")]
    [InlineData("MATCH (WHERE ({a: 1}).a = 1)--(x WHERE {a: 1}.a) RETURN 1")]
    [InlineData("WITH 1 AS `NULL`, 2 AS `Not`, 3 AS `case` RETURN `NULL`, -`Not`, `case`.x, {null: `null`}")]
    [InlineData("RETURN -(1.5).x, -(2)[0], -(9223372036854775807) IS NULL")]
    [InlineData("MATCH p = SHORTEST 2 GROUPS ((a:A)-[r:T|U WHERE r.x > 1]->+(b) WHERE length(p) > 1), ((x)-->(y WHERE y.z)<-[s]-(x) WHERE s.x){2,} (c)-->{,3}(d) RETURN p")]
    [InlineData("MATCH SHORTEST 2 (a:$(x)&!$any([1]))-[:$all($t)|U]->(b)-->+(c) WHERE a:$(b.l) SET a:B:$(c.l) REMOVE a:$(c.l) CREATE (:$(x):A)-[:$('T')]->(c)")]
    [InlineData("MATCH ANY SHORTEST (a)--*(b), ALL SHORTEST (c)-[:T]-{2}(d) RETURN EXISTS { ((e)-->())+ }")]
    [InlineData("RETURN x IS NOT :: LIST<INTEGER NOT NULL | STRING> OR [y IN l WHERE y IS TYPED ANY<DATE | LOCAL TIME> | y] IS :: MAP!, a || b || c, n IS A|B")]
    [InlineData("CYPHER 5 SHOW INDEXES YIELD name AS n, type WHERE n <> 'x' RETURN n ORDER BY n")]
    [InlineData("MATCH (n) OPTIONAL CALL (*) { MATCH (m) RETURN m } OPTIONAL CALL a.b(n) YIELD c FINISH")]
    [InlineData("RETURN CASE x WHEN 1, 2 THEN 'a' WHEN > 3 THEN 'b' WHEN IS NULL THEN 'c' WHEN STARTS WITH 'y' THEN 'd' WHEN < 1 < 2 THEN 'e' WHEN IS NOT A|B THEN 'f' WHEN IS `NULL` THEN 'g' WHEN IS NOT :: STRING THEN 'h' END, trim(LEADING 'x' FROM y), 1_000")]
    public void What_is_printed_parses_to_the_same(string text)
    {
        var printed = QueryParser.Parse(text.Replace("''", "\\'", StringComparison.Ordinal)).ToString();
        Assert.Equal(printed, QueryParser.Parse(printed).ToString());
    }

    [Theory]
    [InlineData("[x IN ", "1", ", 2]", 60)]
    [InlineData("[x IN ", "1 FROM", ", 2]", 60)]
    [InlineData("(a)-[{k: ", "1", "}]", 40)]
    [InlineData("[(a)-[{k: ", "1", "}]-()]", 40)]
    [InlineData("[(a)-[{k: [x IN ", "1", ", 2]}]-()]", 20)]
    public void Nested_constructs_that_can_be_read_in_two_ways_parse_in_few_steps(string open, string inner, string close, int times)
    {
        var text = "RETURN " + string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));
        var steps = 0;
        try
        {
            QueryParser.Parse(text, () => Assert.True(++steps < 50 * text.Length, "The text is parsed too often."));
        }
        catch (CypherException fault) when (inner != "1")
        {
            Assert.Equal(CypherErrorType.SyntaxError, fault.Type);
        }
    }

    [Theory]
    [InlineData("0o", '7')]
    [InlineData("0x", 'f')]
    [InlineData("", '9')]
    public void A_number_of_a_million_digits_is_rejected(string prefix, char digit)
    {
        var number = prefix + new string(digit, 1_000_000);
        Assert.Equal("IntegerOverflow", Assert.Throws<CypherException>(() => QueryParser.Parse("RETURN " + number)).Detail);
    }

    [Theory]
    [InlineData("0x7fffffffFFFFffff", "9223372036854775807")]
    [InlineData("-0x8000000000000000", "-9223372036854775808")]
    [InlineData("0o777777777777777777777", "9223372036854775807")]
    [InlineData("0000000000000000000000000000000000012", "12")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    public void An_integer_is_read_in_each_notation(string text, string value) => Assert.Equal("RETURN " + value, QueryParser.Parse("RETURN " + text).ToString());

    [Theory]
    [InlineData('(', 100_000)]
    [InlineData('[', 100_000)]
    [InlineData('{', 100_000)]
    [InlineData('-', 100_000)]
    public void Deep_nesting_is_rejected_and_never_overflows(char open, int times)
    {
        var fault = Assert.Throws<CypherException>(() => QueryParser.Parse("RETURN " + new string(open, times)));
        Assert.Contains(fault.Type, new[] { CypherErrorType.LimitError, CypherErrorType.SyntaxError });
    }

    [Theory]
    [InlineData("NOT ")]
    [InlineData("CASE WHEN ")]
    [InlineData("[x IN ")]
    [InlineData("{a: ")]
    [InlineData("f(")]
    [InlineData("EXISTS { MATCH (a) WHERE ")]
    [InlineData("- ")]
    public void Repeated_openings_are_rejected(string opening)
    {
        var fault = Assert.Throws<CypherException>(() => QueryParser.Parse("RETURN " + string.Concat(Enumerable.Repeat(opening, 50_000 / opening.Length))));
        Assert.Equal("QueryTooDeep", fault.Detail);
    }

    [Theory]
    [InlineData("a + ")]
    [InlineData("a OR ")]
    [InlineData("a < ")]
    public void A_chain_of_operators_is_bounded(string link)
    {
        var text = "RETURN " + string.Concat(Enumerable.Repeat(link, 150_000 / link.Length)) + "a";
        Assert.Equal("QueryTooDeep", Assert.Throws<CypherException>(() => QueryParser.Parse(text)).Detail);
    }

    [Theory]
    [InlineData("MATCH (n:A|")]
    [InlineData("MATCH (n:A&")]
    [InlineData("MATCH (n:A:")]
    public void A_chain_of_labels_is_bounded(string start)
    {
        var text = start + string.Join(start[^1], Enumerable.Repeat("B", 10_000)) + ") RETURN n";
        Assert.Equal("QueryTooDeep", Assert.Throws<CypherException>(() => QueryParser.Parse(text)).Detail);
    }

    [Fact]
    public void A_long_chain_of_properties_is_bounded() =>
        Assert.Equal("QueryTooDeep", Assert.Throws<CypherException>(() => QueryParser.Parse("RETURN a" + string.Concat(Enumerable.Repeat(".b", 10_000)))).Detail);

    [Fact]
    public void A_query_of_more_than_a_million_characters_is_rejected() =>
        Assert.Equal("QueryTooLong", Assert.Throws<CypherException>(() => QueryParser.Parse("RETURN '" + new string('x', TokenReader.MaxLength) + "'")).Detail);

    [Fact]
    public void Two_hundred_parentheses_are_no_problem() =>
        Assert.Equal("RETURN 1", QueryParser.Parse($"RETURN {new string('(', 200)}1{new string(')', 200)}").ToString());

    [Fact]
    public void A_thousand_clauses_are_no_problem()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => $"CREATE (n{i}:L {{i: {i}}}) ")).TrimEnd();
        Assert.Equal(text, QueryParser.Parse(text).ToString());
    }
}
