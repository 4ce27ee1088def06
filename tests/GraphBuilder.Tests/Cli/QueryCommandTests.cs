using System.Diagnostics;
using System.Text.Json;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary><c>stemma query</c> through the real process: kinds of numbers, writing, stopping.</summary>
public sealed class QueryCommandTests : IAsyncLifetime
{
    private readonly StemmaProcess _stemma = new();

    public async ValueTask InitializeAsync()
    {
        _stemma.Write("a.jsonl", $"{Papers.Introduces}\n");
        Assert.Equal(0, (await _stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma")).Code);
    }

    public ValueTask DisposeAsync()
    {
        _stemma.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("RETURN 1 AS i, 1.0 AS f, [2.0, -0.0, 1e22, 0.1] AS l, {k: 3.0} AS m", "{\"i\":1,\"f\":1.0,\"l\":[2.0,-0.0,1E+22,0.1],\"m\":{\"k\":3.0}}")]
    [InlineData("RETURN [0.0 / 0.0, 1.0 / 0.0, -1.0 / 0.0] AS none", "{\"none\":[\"NaN\",\"Infinity\",\"-Infinity\"]}")]
    [InlineData("RETURN $f AS f, $i AS i, $l AS l", "{\"f\":7.0,\"i\":7,\"l\":[9.223372036854776E+18]}")]
    public async Task Floats_keep_their_point_in_JSON(string statement, string row)
    {
        var query = await _stemma.RunAsync(
            "query", "g.stemma", statement, "--format", "json", "--param", "f=7.0", "--param", "i=7", "--param", "l=[9223372036854775808.0]");

        Assert.Equal((0, "", $"[\n{row}\n]\n"), (query.Code, query.Messages, query.Results));
    }

    [Fact]
    public async Task Float_properties_of_entities_keep_their_point_in_JSON()
    {
        var query = await _stemma.RunAsync(
            "query", "g.stemma", "CREATE (a:A {x: 1.0, n: 1})-[r:R {w: 2.0}]->(:B) RETURN a, r.w AS w, [r] AS rs", "--write", "--format", "json");

        Assert.Contains("\"labels\":[\"A\"],\"properties\":{\"x\":1.0,\"n\":1}},\"w\":2.0,", query.Results);
        Assert.Contains("\"properties\":{\"w\":2.0}}", query.Results);
    }

    [Fact]
    public async Task A_relationship_names_its_nodes_by_the_ids_that_the_nodes_have()
    {
        var query = await _stemma.RunAsync(
            "query", "g.stemma", "CREATE p = (a:A)-[:R]->(:B)<-[:R]-(:C) RETURN p, elementId(a) AS id", "--write", "--format", "json");

        var row = JsonDocument.Parse(query.Results).RootElement[0];
        var nodes = row.GetProperty("p").GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("labels")[0].GetString());
        Assert.Equal(
            [("A", "B"), ("C", "B")],
            row.GetProperty("p").GetProperty("relationships").EnumerateArray().Select(edge => (nodes[edge.GetProperty("start").GetString()!], nodes[edge.GetProperty("end").GetString()!])));
        Assert.Equal("A", nodes[row.GetProperty("id").GetString()!]);
    }

    [Theory]
    [InlineData("x=9223372036854775808", "9223372036854775808 is no integer of 64 bits (-9223372036854775808 to 9223372036854775807); with .0 behind it, it is a float")]
    [InlineData("x=[{\"k\": -9223372036854775809}]", "-9223372036854775809 is no integer of 64 bits (-9223372036854775808 to 9223372036854775807); with .0 behind it, it is a float")]
    [InlineData("x=1e999", "1e999 is beyond the largest float, 1.7976931348623157E+308")]
    public async Task A_number_that_nothing_can_hold_is_refused_by_the_name_of_its_parameter(string parameter, string fault)
    {
        var query = await _stemma.RunAsync("query", "g.stemma", "RETURN $x", "--param", parameter);

        Assert.Equal((1, "", $"stemma: --param x: {fault}\n"), (query.Code, query.Results, query.Messages));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_statement_is_said_to_be_empty(string statement)
    {
        var query = await _stemma.RunAsync("query", "g.stemma", statement);

        Assert.Equal((1, "", "stemma: The statement is empty.\n"), (query.Code, query.Results, query.Messages));
    }

    [Fact]
    public async Task A_writing_statement_that_changes_nothing_leaves_the_file_alone()
    {
        var (path, longAgo) = (Path.Combine(_stemma.Directory, "g.stemma"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        var before = _stemma.Read("g.stemma");
        File.SetLastWriteTimeUtc(path, longAgo);

        var query = await _stemma.RunAsync("query", "g.stemma", "--write", "MATCH (n:Nope) DELETE n");

        Assert.Equal(0, query.Code);
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(path));
        Assert.Equal(before, _stemma.Read("g.stemma"));
    }

    [Fact]
    public async Task Ctrl_C_behind_a_change_does_not_say_that_nothing_was_changed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a signal");
        using var process = _stemma.StartInterruptible(
            "query", "g.stemma", "UNWIND range(1, 9000) AS x CREATE (:Note) RETURN reduce(t = 'text', i IN range(1, 10) | t + t) AS t", "--write", "--format", "csv");

        // Megabytes do not fit into the pipe: after the first line, the others wait for a reader.
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString()]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var outcome = await StemmaProcess.FinishAsync(process);

        Assert.Equal((130, "stopped while rows were written; the graph is changed\n"), (outcome.Code, outcome.Messages));
        Assert.Equal("n\n9000\n", (await _stemma.RunAsync("query", "g.stemma", "MATCH (n:Note) RETURN count(n) AS n", "--format", "csv")).Results);
    }
}
