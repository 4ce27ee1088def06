using System.Net;
using System.Text;

namespace Stemma.GraphStoreTests.Neo4j;

/// <summary>Answers requests like a Neo4j server, with a fixed response to every statement.</summary>
/// <param name="answer">Creates the content of the response to a statement.</param>
internal sealed class CannedServer(Func<HttpContent> answer) : HttpMessageHandler
{
    /// <summary>A response without rows.</summary>
    public const string NoRows = """{"data":{"fields":[],"values":[]}}""";

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var content = request.Method == HttpMethod.Get ? Json("""{"neo4j_version":"5.26.0"}""") : answer();
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content });
    }
}
