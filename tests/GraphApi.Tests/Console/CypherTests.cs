using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Stemma.GraphApi.Hosting;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApiTests.Console;

public sealed class CypherTests(SampleService service)
{
    [Fact]
    public async Task Scalars_lists_maps_and_entities_become_cells()
    {
        var (status, answer) = await service.PostAsync("/api/cypher", new
        {
            statement = "MATCH p = (m:Paper {id: $id})-[r:INTRODUCES]->(c:Concept) RETURN 1 AS i, 2.5 AS f, [1, 'a', null] AS l, {k: true} AS m, c, r, p LIMIT 1",
            parameters = new { id = "arxiv:2305.18290" },
        });
        Assert.Equal(200, status);
        Assert.Equal(["i", "f", "l", "m", "c", "r", "p"], answer["columns"]!.AsArray().Select(column => (string)column!));
        var row = answer["rows"]![0]!;
        Assert.Equal("""[1,2.5,[1,"a",null],{"k":true}]""", $"[{row[0]!.ToJsonString()},{row[1]!.ToJsonString()},{row[2]!.ToJsonString()},{row[3]!.ToJsonString()}]");
        Assert.NotNull(row[4]!["node"]!["id"]);
        Assert.Equal("INTRODUCES", (string?)row[5]!["edge"]!["type"]);
        Assert.Equal(2, row[6]!["path"]!["nodes"]!.AsArray().Count);
        Assert.Equal(2, (int)answer["graph"]!["shown"]!);
    }

    [Fact]
    public async Task Floats_keep_their_point()
    {
        var (_, answer) = await service.PostAsync("/api/cypher", new { statement = "RETURN 1 AS i, 1.0 AS f, [2.0, -0.0, 1e22, 0.1] AS l, {k: 3.0} AS m, [0.0 / 0.0, 1.0 / 0.0] AS none" });
        Assert.Equal("[1,1.0,[2.0,-0.0,1E+22,0.1],{\"k\":3.0},[\"NaN\",\"Infinity\"]]", answer["rows"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task A_parameter_with_a_point_is_a_float_and_one_without_an_integer()
    {
        var (_, answer) = await service.PostJsonAsync(
            "/api/cypher", "{\"statement\": \"UNWIND $n AS n RETURN n, valueType(n)\", \"parameters\": {\"n\": [7, 7.0, 7e0, 9223372036854775807, 9223372036854775808.0]}}");
        Assert.Equal(
            "[[7,\"INTEGER NOT NULL\"],[7.0,\"FLOAT NOT NULL\"],[7.0,\"FLOAT NOT NULL\"],[9223372036854775807,\"INTEGER NOT NULL\"],[9.223372036854776E+18,\"FLOAT NOT NULL\"]]",
            answer["rows"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{\"big\": 9223372036854775808}", "9223372036854775808 is no integer of 64 bits (-9223372036854775808 to 9223372036854775807); with .0 behind it, it is a float")]
    [InlineData("{\"big\": [{\"k\": -9223372036854775809}]}", "-9223372036854775809 is no integer of 64 bits (-9223372036854775808 to 9223372036854775807); with .0 behind it, it is a float")]
    [InlineData("{\"big\": 1e999}", "1e999 is beyond the largest float, 1.7976931348623157E+308")]
    public async Task A_number_that_nothing_can_hold_is_refused_by_the_name_of_its_parameter(string parameters, string fault)
    {
        var (status, problem) = await service.PostJsonAsync("/api/cypher", $"{{\"statement\": \"RETURN $big\", \"parameters\": {parameters}}}");
        Assert.Equal((400, "ArgumentError.NumberOutOfRange"), (status, (string?)problem["code"]));
        Assert.Equal($"The parameter 'big' cannot be read: {fault}.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Temporals_are_ISO_text()
    {
        var (_, answer) = await service.PostAsync("/api/cypher", new { statement = "RETURN date('2020-01-02') AS d, duration('P1M') AS u" });
        Assert.Equal(("2020-01-02", "P1M"), ((string?)answer["rows"]![0]![0], (string?)answer["rows"]![0]![1]));
    }

    [Fact]
    public async Task A_long_statement_is_not_sent_back_whole()
    {
        var (status, problem) = await service.PostAsync("/api/cypher", new { statement = $"RETURN '{new string('x', 100_000)}', nn" });
        Assert.Equal(400, status);
        Assert.True(problem.ToJsonString().Length < 1_000);
    }

    [Fact]
    public async Task A_typo_tells_line_column_and_caret()
    {
        var (status, problem) = await service.PostAsync("/api/cypher", new { statement = "MATCH (n)\nRETURN nn" });
        Assert.Equal(400, status);
        Assert.Equal((2, 8), ((int)problem["line"]!, (int)problem["column"]!));
        Assert.EndsWith("  RETURN nn\n         ^", (string?)problem["caret"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE (:Paper {id: 'x'})")]
    [InlineData("MATCH (p:Paper) SET p.title = ''")]
    [InlineData("MATCH (p:Paper) DETACH DELETE p")]
    [InlineData("MATCH (p:Paper) REMOVE p:Paper")]
    [InlineData("MERGE (p:Paper {id: 'x'}) RETURN p")]
    public async Task A_write_is_refused_and_changes_nothing(string statement)
    {
        var before = await CountAsync();
        var (status, problem) = await service.PostAsync("/api/cypher", new { statement });
        Assert.Equal(403, status);
        Assert.StartsWith("AccessModeError", (string?)problem["code"], StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Rows_beyond_the_limit_are_cut_and_said_to_be()
    {
        var (_, answer) = await service.PostAsync("/api/cypher", new { statement = "UNWIND range(1, 100) AS x RETURN x", limit = 7 });
        Assert.Equal((7, true), ((int)answer["rowCount"]!, (bool)answer["truncated"]!));
    }

    [Theory]
    [InlineData("{\"statement\": 7}")]
    [InlineData("{\"statement\":")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_request_is_a_problem(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await service.Client.PostAsync(new Uri("/api/cypher", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal((400, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_limit_out_of_its_range_is_refused_by_name(int limit)
    {
        var (status, problem) = await service.PostAsync("/api/cypher", new { statement = "RETURN 1", limit });
        Assert.Equal((400, "request.range", "limit"), (status, (string?)problem["code"], (string?)problem["parameter"]));
        Assert.Equal((1, 10_000), ((int)problem["minimum"]!, (int)problem["maximum"]!));
    }

    [Fact]
    public async Task Closing_the_request_stops_its_statement()
    {
        const string endless = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN sum(x * y)";
        var database = new WatchedDatabase(service.Graph.Database) { Watched = endless };
        await using var app = StemmaHost.Build(new ServedGraph(database, "watched"), port: 0);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var asked = client.PostAsJsonAsync("/api/cypher", new { statement = endless }, closing.Token);
        await database.Begun.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(database.Ended.IsCompleted);

        await closing.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        // Well before the time limit of a statement, which would end it too.
        await database.Ended.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""{"statement": "RETURN $a", "parameters": {"a": "\ud83d"}}""")]
    [InlineData("""{"statement": "RETURN $a", "parameters": {"a": {"\ud83d": 1}}}""")]
    public async Task Half_of_a_character_in_a_parameter_is_refused(string json)
    {
        var (status, problem) = await service.PostJsonAsync("/api/cypher", json);
        Assert.Equal((400, "ArgumentError.InvalidArgumentValue"), (status, (string?)problem["code"]));
    }

    private async Task<long> CountAsync()
    {
        var rows = await service.Graph.Database.ReadAllAsync(
            "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) + count(r)", new Dictionary<string, GraphValue>(), QueryOptions.Reading,
            TestContext.Current.CancellationToken);
        return rows.Rows[0][0].AsInteger();
    }
}
