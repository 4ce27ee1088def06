using System.Text;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Values;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Cases;

/// <summary>Runs the case files in this folder. <c>UPDATE_CASES=1</c> writes the actual result of each query to its file, to be reviewed before it is committed.</summary>
public sealed class QueryCaseTests
{
    public static TheoryData<string, string> Names => new(QueryCaseFile.All.SelectMany(file => file.Cases.Select(queryCase => (Path.GetFileName(file.Path), queryCase.Name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_query_gives_what_its_case_says(string fileName, string name)
    {
        var file = QueryCaseFile.All.Single(file => Path.GetFileName(file.Path) == fileName);
        var queryCase = file.Cases.Single(queryCase => queryCase.Name == name);
        var actual = Run(file, queryCase);
        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1")
        {
            file.Write(file.Cases.Select(other => other.Name == name ? other with { Expected = actual } : other));
            return;
        }

        Assert.Equal(queryCase.Expected, actual);
    }

    private static string Run(QueryCaseFile file, QueryCase queryCase)
    {
        var graph = new TestGraph(file.Statements);
        try
        {
            var parameters = queryCase.Parameters.Select(line => line[1..].Split(" = ", 2)).ToDictionary(pair => pair[0], pair => TckValueReader.Read(pair[1]));
            var (columns, rows, summary) = graph.Run(queryCase.Query, parameters);
            return Print(columns, rows, summary);
        }
        catch (CypherException fault)
        {
            return fault.Describe(queryCase.Query);
        }
    }

    private static string Print(IReadOnlyList<string> columns, List<GraphValue[]> rows, QuerySummary summary)
    {
        var text = new StringBuilder();
        if (summary.Plan is { } plan)
        {
            text.Append(plan).Append('\n');
        }
        else if (columns.Count > 0)
        {
            text.AppendJoin(" | ", columns).Append('\n');
        }

        foreach (var row in rows)
        {
            text.AppendJoin(" | ", row.Select(value => ValuePrinter.Print(value))).Append('\n');
        }

        foreach (var notice in summary.Notices)
        {
            text.Append($"notice: {notice}\n");
        }

        if (summary.Counters.ContainsUpdates)
        {
            text.Append(summary.Counters.ToString().Replace(nameof(UpdateCounters), "changed", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
