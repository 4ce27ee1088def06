using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stemma.GraphBuilderTests.Cli;

/// <summary><c>stemma publish</c> through the real process, on a server that only pretends; <see cref="ServerCommandsTests"/> has a real one.</summary>
public sealed class PublishCommandTests : IAsyncLifetime
{
    private readonly StemmaProcess _stemma = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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

    [Fact]
    public async Task Ctrl_C_between_two_statements_does_not_say_that_nothing_was_changed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a signal");
        using var server = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}";
        server.Prefixes.Add(address + "/");
        server.Start();
        using var process = _stemma.StartInterruptible("publish", "g.stemma", "--to", address);

        await AnswerAsync(server, """{"neo4j_version":"5.26.0","neo4j_edition":"community"}""", "");
        await AnswerAsync(server, """{"data":{"fields":["1"],"values":[]}}""", "RETURN 1");
        await AnswerAsync(server, """{"data":{"fields":[],"values":[]}}""", "CREATE CONSTRAINT");
        await server.GetContextAsync().WaitAsync(Cancelled);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString()]))
        {
            await kill.WaitForExitAsync(Cancelled);
        }

        var outcome = await StemmaProcess.FinishAsync(process);

        Assert.Equal((130, "stopped; what was written stays on the server, and publishing again completes it\n"), (outcome.Code, outcome.Messages));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(HttpListener server, string body, string statement)
    {
        var context = await server.GetContextAsync().WaitAsync(Cancelled);
        using (var request = new StreamReader(context.Request.InputStream))
        {
            Assert.Contains(statement, await request.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
        }

        context.Response.ContentType = "application/json";
        context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
    }
}
