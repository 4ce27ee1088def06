using System.Net;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;
using Stemma.GraphStore.Neo4j;

namespace Stemma.GraphStoreTests.Neo4j;

/// <summary>How responses are read, and what is released when reading fails; without a server.</summary>
public sealed class Neo4jResultTests
{
    private const string ThreeRows =
        """{"data":{"fields":["x"],"values":[[{"$type":"Integer","_value":"1"}],[{"$type":"Integer","_value":"2"}],[{"$type":"Integer","_value":"3"}]]}""";

    private static readonly Neo4jAddress Address = Neo4jAddress.Parse("http://localhost:7474");
    private static readonly Dictionary<string, GraphValue> None = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_writing_statement_is_read_to_its_end_although_rows_are_cut()
    {
        await using var database = await OpenAsync(ThreeRows + ""","counters":{"nodesCreated":3}}""");
        var cut = await database.ReadAllAsync("CREATE", None, QueryOptions.Writing with { MaxRows = 2 }, Stop);
        Assert.Equal((2, true, 3), (cut.Rows.Count, cut.Summary.Truncated, cut.Summary.Counters.NodesCreated));
        Assert.Equal(2, cut.Summary.RowCount);
    }

    [Fact]
    public async Task A_fault_after_the_cut_rows_of_a_writing_statement_is_not_lost()
    {
        await using var database = await OpenAsync(ThreeRows + ""","errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}""");
        var fault = await Assert.ThrowsAsync<QueryException>(() => database.ReadAllAsync("CREATE", None, QueryOptions.Writing with { MaxRows = 2 }, Stop));
        Assert.Equal("/ by zero", fault.Message);
    }

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

    [Fact]
    public async Task A_cancelled_statement_leaves_no_timer()
    {
        var clock = new CountingClock();
        await using var database = await Neo4jGraphDatabase.OpenAsync(Address, clock, new CannedServer(() => CannedServer.Json(CannedServer.NoRows)), Stop);
        Assert.Equal(0, clock.Running);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => database.RunAsync("RETURN 1", None, QueryOptions.Reading, new CancellationToken(canceled: true)));
        Assert.Equal(0, clock.Running);
    }

    [Fact]
    public async Task A_response_that_cannot_be_read_is_released()
    {
        var content = new BrokenContent();
        using var limit = new QueryTimeLimit(null, TimeProvider.System, Stop);
        await Assert.ThrowsAsync<HttpRequestException>(() => Neo4jResult.OpenAsync(
            new HttpResponseMessage { Content = content }, Address, QueryOptions.Reading, limit, TimeProvider.System, 0));
        Assert.True(content.IsDisposed);
    }

    /// <summary>A server that answers the first statement, which tests the connection, without rows, and all others as given.</summary>
    private static Task<Neo4jGraphDatabase> OpenAsync(string answer)
    {
        var answers = 0;
        return Neo4jGraphDatabase.OpenAsync(
            Address, TimeProvider.System, new CannedServer(() => CannedServer.Json(answers++ == 0 ? CannedServer.NoRows : answer)), Stop);
    }

    private sealed class BrokenContent : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new HttpRequestException("broken");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new HttpRequestException("broken");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    /// <summary>Counts the timers that were created and not disposed.</summary>
    private sealed class CountingClock : TimeProvider
    {
        public int Running { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Running++;
            return new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        }

        private sealed class CountedTimer(CountingClock clock, ITimer timer) : ITimer
        {
            private bool _disposed;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                clock.Running -= _disposed ? 0 : 1;
                _disposed = true;
                timer.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
