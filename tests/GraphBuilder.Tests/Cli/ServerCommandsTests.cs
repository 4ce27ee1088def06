using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stemma.GraphBuilderTests.Publishing;
using Stemma.Testing;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary>The commands on a real Neo4j server, through the real process.</summary>
[Collection(nameof(Neo4jCollection))]
public sealed class ServerCommandsTests(Neo4jServer server, ServerCommandsTests.GraphFolder folder) : IClassFixture<ServerCommandsTests.GraphFolder>
{
    private const string Password = "password.txt";

    private readonly StemmaProcess _stemma = folder.Stemma;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_graph_answers_every_command_as_its_file_does()
    {
        Assert.Equal(0, (await OnServerAsync("query", "MATCH (n) DETACH DELETE n", "--write")).Code);
        var (first, second) = (await PublishAsync(), await PublishAsync());
        Assert.Equal((0, "", 0, ""), (first.Code, first.Results, second.Code, second.Results));
        var line = LastLine(first.Messages);
        Assert.Matches(@"^Neo4j 5\.[0-9.]+ at http://[^ ]+: ([0-9,]+) nodes sent, \1 of them new; ([0-9,]+) relationships sent, \2 of them new$", line);
        Assert.Equal(Regex.Replace(line, "[0-9,]+ of them", "0 of them", RegexOptions.None, TimeSpan.FromSeconds(1)), LastLine(second.Messages));

        foreach (var command in new string[][]
        {
            ["ask", "what builds on DPO?", "--json"],
            ["ask", "who introduced StepField?"],
            ["lineage", "DPO", "--format", "json"],
            ["lineage", "DPO", "--descendants"],
            ["query", "MATCH (p:Paper)-[r]->(c:Concept) RETURN p.id, type(r) AS role, c.id, c.aliases, r.start, r.confidence ORDER BY p.id, c.id, role", "--format", "json"],
            ["query", "MATCH (p:Paper {year: $year}) RETURN p.name AS name, 1.5 AS n, [1, 'a', null] AS list", "--param", "year=2023", "--format", "csv"],
        })
        {
            var (here, there) = (await OnFileAsync(command), await OnServerAsync(command));
            Assert.Equal((0, here.Results, here.Messages), (there.Code, there.Results, there.Messages));
        }

        var counted = JsonNode.Parse((await OnServerAsync("stats", "--json")).Results)!;
        Assert.StartsWith("Neo4j 5.", (string?)counted["source"]);
        counted["source"] = "g.stemma";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse((await OnFileAsync("stats", "--json")).Results), counted));
    }

    [Fact]
    public async Task A_wrong_password_is_a_sentence()
    {
        _stemma.Write("wrong.txt", "guess");

        // Only two commands, because after three wrong passwords the server also refuses the right one for five seconds.
        await AssertRefusedAsync(Commands(server.Address), "wrong.txt", $"stemma: The Neo4j server at {server.Address} refuses the user 'neo4j': wrong name or password. Give them by --user and --password-file, or the environment variable NEO4J_PASSWORD.\n");
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_a_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var answering = AnswerAsync(listener, """{"neo4j_version":"4.4.0","neo4j_edition":"community"}""", stop.Token);

        await AssertRefusedAsync(Commands(address), Password, $"stemma: The server at {address} is Neo4j 4.4.0; 5.25 or later is needed, for its HTTP Query API.\n");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answering);
    }

    [Theory]
    [InlineData("http://localhost:1", "stemma: No Neo4j server answers at http://localhost:1. Is it running, and is this its HTTP address?\n")]
    [InlineData("bolt://localhost:7687", "stemma: bolt:// needs the official driver, which this build leaves out. Use the server's HTTP address (usually http://localhost:7474), or build with -p:Neo4jDriver=true.\n")]
    public Task An_address_at_which_no_server_can_be_used_is_a_sentence(string address, string sentence) => AssertRefusedAsync(Commands(address), Password, sentence);

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1];

    /// <summary>One command that reads and the one that writes; <see cref="AskingCommandsTests"/> covers every command without a server.</summary>
    private static string[][] Commands(string address) => [["publish", "g.stemma", "--to", address], ["query", address, "RETURN 1"]];

    private async Task AssertRefusedAsync(string[][] commands, string password, string sentence)
    {
        foreach (var command in commands)
        {
            var outcome = await _stemma.RunAsync([.. command, "--password-file", password]);
            Assert.Equal((1, "", sentence), (outcome.Code, outcome.Results, outcome.Messages));
        }
    }

    private static async Task AnswerAsync(TcpListener listener, string body, CancellationToken cancellationToken)
    {
        var answer = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(cancellationToken);
            await using var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[4096], cancellationToken);
            await stream.WriteAsync(answer, cancellationToken);
        }
    }

    private Task<StemmaProcess.Outcome> PublishAsync() => _stemma.RunAsync("publish", "g.stemma", "--to", server.Address, "--password-file", Password);

    private Task<StemmaProcess.Outcome> OnFileAsync(params string[] command) => _stemma.RunAsync([command[0], "g.stemma", .. command[1..]]);

    private Task<StemmaProcess.Outcome> OnServerAsync(params string[] command) =>
        _stemma.RunAsync([command[0], server.Address, .. command[1..], "--password-file", Password]);

    /// <summary>A folder with a small graph and the password, created once.</summary>
    public sealed class GraphFolder : IAsyncLifetime
    {
        internal StemmaProcess Stemma { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Stemma.Write(Password, Neo4jServer.Password + "\n");
            Stemma.Write("a.jsonl", $"{Papers.Introduces}\n{Papers.BuildsOn}\n{Papers.FromConference}\n");
            Assert.Equal(0, (await Stemma.RunAsync("build", "a.jsonl", "-o", "g.stemma")).Code);
        }

        public ValueTask DisposeAsync()
        {
            Stemma.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
