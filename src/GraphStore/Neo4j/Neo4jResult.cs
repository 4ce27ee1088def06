using System.Runtime.CompilerServices;
using System.Text.Json;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Neo4j;

/// <summary>The rows of one response, read as they arrive.</summary>
internal sealed class Neo4jResult : IQueryResult
{
    private readonly HttpResponseMessage _response;
    private readonly Neo4jAddress _address;
    private readonly QueryOptions _options;
    private readonly QueryTimeLimit _limit;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly QueryApiReader _reader;
    private bool _hasRows;

    private Neo4jResult(
        HttpResponseMessage response, QueryApiReader reader, Neo4jAddress address, QueryOptions options, QueryTimeLimit limit, TimeProvider clock, long started)
    {
        _response = response;
        _reader = reader;
        _address = address;
        _options = options;
        _limit = limit;
        _clock = clock;
        _started = started;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns => _reader.Columns;

    /// <inheritdoc/>
    public QuerySummary Summary { get; private set; } = new();

    /// <summary>Reads the response up to its first row; the result owns the response and the limit, and disposes of them if that fails.</summary>
    public static async Task<Neo4jResult> OpenAsync(
        HttpResponseMessage response, Neo4jAddress address, QueryOptions options, QueryTimeLimit limit, TimeProvider clock, long started)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            var result = new Neo4jResult(response, new QueryApiReader(stream), address, options, limit, clock, started);
            await result.ReadHeaderAsync().ConfigureAwait(false);
            return result;
        }
        catch
        {
            // The response disposes of the stream too.
            response.Dispose();
            limit.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<GraphValue>> ReadRowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (count, truncated) = (0, false);
        while (_hasRows && await NextRowAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            if (count == _options.MaxRows)
            {
                truncated = true;
                if (_options.Access == AccessMode.Write)
                {
                    // Closing the connection earlier could make the server roll the change back.
                    continue;
                }

                Summary = Summarize(count, truncated);
                yield break;
            }

            count++;
            yield return row;
        }

        ServerFaults.ThrowIfAny(_reader.Tail, _address);
        Summary = Summarize(count, truncated);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _response.Dispose();
        _limit.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadHeaderAsync()
    {
        try
        {
            _hasRows = await _reader.ReadHeaderAsync(_limit.Token).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            throw ServerFaults.Describe(_response.StatusCode, _address);
        }

        if (!_hasRows)
        {
            ServerFaults.ThrowIfAny(_reader.Tail, _address);
            if (!_response.IsSuccessStatusCode)
            {
                throw ServerFaults.Describe(_response.StatusCode, _address);
            }
        }
    }

    private async Task<IReadOnlyList<GraphValue>?> NextRowAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await _reader.ReadRowAsync(_limit.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (Neo4jGraphDatabase.Translate(fault, _limit, _address) is not null)
        {
            throw Neo4jGraphDatabase.Translate(fault, _limit, _address)!;
        }
    }

    private QuerySummary Summarize(int rows, bool truncated) => new()
    {
        RowCount = rows,
        Truncated = truncated,
        Elapsed = _clock.GetElapsedTime(_started),
        Counters = _reader.Tail.TryGetValue("counters", out var counters) ? ReadCounters(counters) : UpdateCounters.None,
        Plan = ReadPlan("queryPlan") ?? ReadPlan("profiledQueryPlan"),
        Notices = ReadNotices(),
    };

    private string[] ReadNotices() =>
        _reader.Tail.TryGetValue("notifications", out var notices) && notices.ValueKind == JsonValueKind.Array
            ? [.. notices.EnumerateArray().Select(notice => notice.TryGetProperty("description", out var text) ? text.GetString() : null).OfType<string>()]
            : [];

    private string? ReadPlan(string member) =>
        _reader.Tail.TryGetValue(member, out var plan) && plan.TryGetProperty("arguments", out var arguments)
            && arguments.TryGetProperty("string-representation", out var text)
            ? TypedValueReader.Read(text).AsString()
            : null;

    private static UpdateCounters ReadCounters(JsonElement counters)
    {
        int Of(string name) => counters.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
        return new UpdateCounters(
            Of("nodesCreated"), Of("nodesDeleted"), Of("relationshipsCreated"), Of("relationshipsDeleted"), Of("propertiesSet"), Of("labelsAdded"), Of("labelsRemoved"));
    }
}
