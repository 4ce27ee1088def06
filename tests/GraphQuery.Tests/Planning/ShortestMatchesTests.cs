using CsCheck;
using Xunit;

namespace Stemma.GraphQueryTests.Planning;

/// <summary>On small random graphs, SHORTEST over patterns of several parts returns the same as sorting all matches by length.</summary>
public sealed class ShortestMatchesTests
{
    private static readonly Gen<string> Part = Choice.Of(
        "-[:T]->+", "-[:U]->{0,2}", "-->{0,3}", "<-[:T]-{1,2}", "--{0,2}", "-[:T*1..2]->", "-->", "<-[:U]-", " ((k@)-[:T]->(l@)<--(m@)){0,2} ", " ((k@)-->(l@) WHERE k@.x < l@.x)+ ");

    private static readonly Gen<string> Pattern = Gen.Select(Choice.Of("", ":A"), Part, Choice.Of("", ":B"), Part, (a, first, c, second) =>
        $"(a{a}){first.Replace("@", "1", StringComparison.Ordinal)}(c{c}){second.Replace("@", "2", StringComparison.Ordinal)}(b)");

    [Fact]
    public void Groups_are_the_matches_of_the_least_lengths() => Gen.Select(RandomGraphs.Graph, Pattern).Sample(
        (graph, pattern) => Assert.Equal(
            RandomGraphs.Rows(graph, $"MATCH p = {pattern} WITH a, b, length(p) AS n, count(*) AS ways ORDER BY n WITH a, b, collect([n, ways])[..2] AS best UNWIND best AS item RETURN a, b, item[0], item[1]", optimise: false),
            RandomGraphs.Rows(graph, $"MATCH p = SHORTEST 2 GROUPS {pattern} RETURN a, b, length(p), count(*)", optimise: true)),
        iter: 300,
        threads: 1,
        seed: "0003RLkMPH42",
        print: sample => sample.Item2);

    [Fact]
    public void The_shortest_are_as_many_as_wanted_and_none_is_shorter() => Gen.Select(RandomGraphs.Graph, Pattern).Sample(
        (graph, pattern) => Assert.Equal(
            RandomGraphs.Rows(graph, $"MATCH p = {pattern} WITH a, b, length(p) AS n ORDER BY n WITH a, b, collect(n)[..3] AS best UNWIND best AS n RETURN a, b, n", optimise: false),
            RandomGraphs.Rows(graph, $"MATCH p = SHORTEST 3 {pattern} RETURN a, b, length(p)", optimise: true)),
        iter: 300,
        threads: 1,
        seed: "0004RLkMPH42",
        print: sample => sample.Item2);
}
