using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>Writes one JSON array of row objects, one row per line, with columns by name.</summary>
/// <param name="stream">Destination, in UTF-8.</param>
internal sealed class JsonRowWriter(Stream stream) : IRowWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IReadOnlyList<string> _columns = [];
    private bool _hasRows;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<string> columns)
    {
        _columns = columns;
        stream.Write("["u8);
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<GraphValue> row)
    {
        stream.Write(_hasRows ? ",\n"u8 : "\n"u8);
        _hasRows = true;
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        for (var at = 0; at < _columns.Count; at++)
        {
            json.WritePropertyName(_columns[at]);
            GraphValueJson.Write(json, row[at]);
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void End()
    {
        stream.Write(_hasRows ? "\n]\n"u8 : "]\n"u8);
        stream.Flush();
    }
}
