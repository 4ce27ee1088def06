using System.Net;
using System.Net.Sockets;
using System.Text;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphStoreTests.Neo4j;

public sealed class Neo4jAddressTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost:7474", "http://localhost:7474/", "neo4j")]
    [InlineData("https://x.databases.example:7473/papers", "https://x.databases.example:7473/", "papers")]
    public void An_address_names_server_and_database(string text, string server, string database)
    {
        var address = Neo4jAddress.Parse(text);
        Assert.Equal((server, database), (address.Server.ToString(), address.Database));
    }

    [Theory]
    [InlineData("bolt://db.example:7687", "http://db.example:7474")]
    [InlineData("neo4j+s://db.example", "-p:Neo4jDriver=true")]
    [InlineData("ftp://db.example", "'ftp' is not a scheme of Neo4j")]
    [InlineData("http://[", "is not an address")]
    public void An_address_that_cannot_be_served_says_what_to_do(string text, string advice) =>
        Assert.Contains(advice, Assert.Throws<GraphUnavailableException>(() => Neo4jAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_printed_address_keeps_the_password_to_itself() =>
        Assert.DoesNotContain("secret", Neo4jAddress.Parse("http://localhost:7474", "neo4j", "secret").ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_is_down_gives_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Assert.Contains("No Neo4j server answers", (await OpenAsync(port)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"neo4j_version":"4.4.0","neo4j_edition":"community"}""", "is Neo4j 4.4.0; 5.25 or later is needed")]
    [InlineData("""<html>hello</html>""", "is not a Neo4j server")]
    [InlineData("""{"status":"ok"}""", "nothing that a Neo4j Query API would send")]
    public async Task Another_server_gives_a_sentence(string body, string sentence)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerOnceAsync(listener, body);
        var fault = await OpenAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        await answering;
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    private static Task<GraphUnavailableException> OpenAsync(int port) => Assert.ThrowsAsync<GraphUnavailableException>(
        () => Neo4jGraphDatabase.OpenAsync(Neo4jAddress.Parse($"http://127.0.0.1:{port}"), TimeProvider.System, Cancelled));

    private static async Task AnswerOnceAsync(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancelled);
        await using var stream = client.GetStream();
        var request = new byte[4096];
        _ = await stream.ReadAsync(request, Cancelled);
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body), Cancelled);
    }
}
