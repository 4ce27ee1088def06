using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Xunit;

namespace Stemma.GraphQueryTests.Execution;

/// <summary>Tables use arrays that are shared between runs.</summary>
public sealed class LentTableTests
{
    private const string Groups = "UNWIND range(1, 60000) AS x WITH x % 20000 + $from AS k, count(*) AS n, max(x) AS top RETURN k, n, top, toString(k) AS text";

    private readonly TestGraph _graph = new();

    [Fact]
    public void Runs_beside_and_after_one_another_keep_their_groups()
    {
        using var first = Start(0).Rows.GetEnumerator();
        var ended = Start(100_000);
        Assert.Equal(20_000, ended.Rows.Count(row => row[1].AsInteger() == 3 && row[0].AsInteger() >= 100_000));
        ended.End();
        using var second = Start(500_000).Rows.GetEnumerator();
        for (var i = 0; i < 20_000; i++)
        {
            Assert.True(first.MoveNext() && second.MoveNext());
            Assert.Equal(first.Current[0].AsInteger() + 500_000, second.Current[0].AsInteger());
            Assert.Equal(first.Current[2], second.Current[2]);
            Assert.Equal($"{second.Current[0].AsInteger()}", second.Current[3].AsString());
        }

        Assert.False(first.MoveNext() || second.MoveNext());
    }

    [Fact]
    public void Distinct_rows_stay_distinct_on_a_table_that_another_run_has_used()
    {
        for (var round = 0; round < 3; round++)
        {
            var run = _graph.Engine.Start(_graph.Graph, "UNWIND range(1, 30000) AS x RETURN DISTINCT x % 9000, x % 3", new Dictionary<string, GraphValue>(), QueryOptions.Reading with { MaxRows = null }, TestContext.Current.CancellationToken);
            Assert.Equal(9_000, run.Rows.Count());
            run.End();
        }
    }

    private GraphQuery.CypherRun Start(int from) => _graph.Engine.Start(
        _graph.Graph, Groups, new Dictionary<string, GraphValue> { ["from"] = GraphValue.From(from) }, QueryOptions.Reading with { MaxRows = null }, TestContext.Current.CancellationToken);
}
