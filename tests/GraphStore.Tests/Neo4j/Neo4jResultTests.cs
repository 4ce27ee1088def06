using System.Net;
using Stemma.GraphModel.Database;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphStoreTests.Neo4j;

/// <summary>How responses are read; without a server.</summary>
public sealed class Neo4jResultTests
{
    private static readonly Neo4jAddress Address = Neo4jAddress.Parse("http://localhost:7474");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"data":{"fields":["x"]}""")]
    [InlineData("""{"data":{}""")]
    [InlineData("""{"data":null""")]
    public async Task A_fault_after_data_without_rows_is_not_lost(string data)
    {
        using var limit = new QueryTimeLimit(null, TimeProvider.System, Stop);
        var response = new HttpResponseMessage(HttpStatusCode.Accepted)
        {
            Content = CannedServer.Json(data + ""","errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""),
        };
        var fault = await Assert.ThrowsAsync<QueryException>(() => Neo4jResult.OpenAsync(response, Address, QueryOptions.Reading, limit, TimeProvider.System, 0));
        Assert.Equal("/ by zero", fault.Message);
    }
}
