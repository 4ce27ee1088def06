using System.Text.Json;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Neo4j;

/// <summary>
/// Reads a response of the Query API as it arrives: column names, then rows one by one, then what follows them. The status of the response implies
/// little (it is 202 even if a later row fails), so <see cref="Tail"/> must always be checked.
/// </summary>
internal sealed class QueryApiReader(Stream stream) : IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _final;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 256 });

    /// <summary>Column names; empty until <see cref="ReadHeaderAsync"/>, and for a response that has only errors.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Top-level members after the rows: <c>counters</c>, <c>queryPlan</c>, <c>errors</c>, ….</summary>
    public Dictionary<string, JsonElement> Tail { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads up to the first row. False if the response has no list of rows; <see cref="Tail"/> is then complete.</summary>
    public async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        await NextAsync(wholeValue: false, cancellationToken).ConfigureAwait(false);
        while (await NextNameAsync(cancellationToken).ConfigureAwait(false) is { } name)
        {
            if (name != "data")
            {
                Tail[name] = await NextValueAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (await ReadFieldsAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the next row, or null after the last; then <see cref="Tail"/> is complete.</summary>
    public async Task<IReadOnlyList<GraphValue>?> ReadRowAsync(CancellationToken cancellationToken)
    {
        var row = await NextAsync(wholeValue: true, cancellationToken).ConfigureAwait(false);
        if (row.Type == JsonTokenType.StartArray)
        {
            return [.. row.Value.EnumerateArray().Select(TypedValueReader.Read)];
        }

        // After the last row: the rest of "data" is skipped, then the other top-level members follow.
        while (await NextNameAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            await NextValueAsync(cancellationToken).ConfigureAwait(false);
        }

        while (await NextNameAsync(cancellationToken).ConfigureAwait(false) is { } name)
        {
            Tail[name] = await NextValueAsync(cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>Reads <c>data</c> up to the first row; false if it has no rows and is read to its end.</summary>
    private async Task<bool> ReadFieldsAsync(CancellationToken cancellationToken)
    {
        if ((await NextAsync(wholeValue: false, cancellationToken).ConfigureAwait(false)).Type != JsonTokenType.StartObject)
        {
            return false;
        }

        while (await NextNameAsync(cancellationToken).ConfigureAwait(false) is { } member)
        {
            if (member == "values")
            {
                await NextAsync(wholeValue: false, cancellationToken).ConfigureAwait(false);
                return true;
            }

            var fields = await NextValueAsync(cancellationToken).ConfigureAwait(false);
            Columns = [.. fields.EnumerateArray().Select(field => field.GetString() ?? "")];
        }

        return false;
    }

    /// <summary>The next member's name, or null at the end of the object.</summary>
    private async Task<string?> NextNameAsync(CancellationToken cancellationToken) =>
        (await NextAsync(wholeValue: false, cancellationToken).ConfigureAwait(false)).Name;

    private async Task<JsonElement> NextValueAsync(CancellationToken cancellationToken) =>
        (await NextAsync(wholeValue: true, cancellationToken).ConfigureAwait(false)).Value;

    private async Task<Token> NextAsync(bool wholeValue, CancellationToken cancellationToken)
    {
        Token token;
        while (!TryNext(wholeValue, out token))
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return token;
    }

    /// <summary>Reads one token, or one whole value, from the buffer; consumes nothing if it has not fully arrived.</summary>
    private bool TryNext(bool wholeValue, out Token token)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
        token = default;
        if (!reader.Read())
        {
            return false;
        }

        var type = reader.TokenType;
        var name = type == JsonTokenType.PropertyName ? reader.GetString() : null;
        JsonElement? value = null;
        if (wholeValue && type is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && !JsonElement.TryParseValue(ref reader, out value))
        {
            return false;
        }

        token = new Token(type, name, value ?? default);
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_final)
        {
            throw new JsonException("The server's answer ended before it was complete.");
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _final = read == 0;
        _end += read;
    }

    private readonly record struct Token(JsonTokenType Type, string? Name, JsonElement Value);
}
