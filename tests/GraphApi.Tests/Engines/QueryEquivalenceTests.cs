using System.Text.RegularExpressions;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.Testing;

namespace Stemma.GraphApiTests.Engines;

/// <summary>Compares the rows of every Cypher text of the product on both engines.</summary>
[Collection(nameof(TwoEngines))]
public sealed partial class QueryEquivalenceTests(TwoEngines engines)
{
    /// <summary>Scores differ between engines, so only the set of full-text results is compared, not their order.</summary>
    private const string Scores = "ORDER BY score";

    /// <summary>Sources whose texts are not sent to both engines: the engine itself, SQL, publishing to a server, the help page, and parts of question queries, which other tests run.</summary>
    private static readonly string[] NotQueries =
        ["GraphQuery/", "GraphStore/Embedded/FullText/", "GraphBuilder/Publishing/", "GraphBuilder/Cli/Commands/QueryCommand.cs", "GraphBuilder/Asking/Querying/AskConditions.cs", "GraphBuilder/Asking/Querying/ResultRule.cs", "GraphBuilder/Asking/Questions/Rankings.cs"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. ProductQueries.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_text_gives_the_same_rows_on_both_engines(string name)
    {
        var cypher = ProductQueries.All[name];
        var parameters = Parameter().Matches(cypher).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToArray();
        var rowCount = 0;
        foreach (var (here, there) in engines.Situations.For(parameters, engines.Embedded.Content).Zip(engines.Situations.For(parameters, engines.Neo4j.Content)))
        {
            var expected = await RunAsync(engines.Embedded, cypher, here);
            Assert.Equal(expected, await RunAsync(engines.Neo4j, cypher, there));
            rowCount += expected.Count - 1;
        }

        Assert.True(rowCount > 0, "no situation gives this text a row to compare");
    }

    [Fact]
    public void The_texts_of_every_part_are_found() => Assert.Equal(
        ["AskQueries", "ConceptQueries", "EntityQueries", "ExploringQueries", "LineageQueries", "MiningQueries", "StatisticsQueries"],
        ProductQueries.All.Keys.Where(name => !name.StartsWith("viewer", StringComparison.Ordinal)).Select(name => name.Split('.')[0]).Distinct().Order());

    [Fact]
    public void No_text_stands_outside_the_classes_of_queries()
    {
        var root = Path.Combine(Repository.Root, "src");
        var strays = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !Path.GetFileName(file).Split('.')[0].EndsWith("Queries", StringComparison.Ordinal) && !NotQueries.Any(file.StartsWith))
            .Where(file => File.ReadLines(Path.Combine(root, file)).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Clause().IsMatch(line)));
        Assert.Empty(strays);
    }

    /// <summary>Columns, then rows: in their order if the text has a total one.</summary>
    private static async Task<IReadOnlyList<string>> RunAsync(Engine engine, string cypher, Dictionary<string, GraphValue> parameters)
    {
        var scored = cypher.Contains(Scores, StringComparison.Ordinal);
        if (scored)
        {
            parameters["limit"] = GraphValue.From(10_000);
        }

        var result = await engine.Database.ReadAllAsync(cypher, parameters, QueryOptions.Reading, Cancelled);
        var rows = result.Rows.Select(row => string.Join(" | ", (scored ? row.Take(1) : row).Select(engine.Content.Of)));
        var ordered = cypher.Contains("ORDER BY", StringComparison.Ordinal) && !cypher.Contains("UNION", StringComparison.Ordinal) && !scored;
        return [string.Join(" | ", result.Columns), .. ordered ? rows : rows.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\$(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""[^""]*\b(MATCH|MERGE|UNWIND) ?[($a-z]|CALL db\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
