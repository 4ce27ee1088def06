using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphApi.Wire;

/// <summary>JSON conventions of this service: camelCase, readable characters, numbers as they are.</summary>
internal static class Json
{
    private const int MaxDepth = 64;

    private static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the conventions to the framework's options.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = MaxDepth;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }

    /// <summary>A view as a JSON tree.</summary>
    public static JsonNode? ToNode<T>(T view) => JsonSerializer.SerializeToNode(view, Options);

    /// <summary>
    /// Reads query parameters: numbers without point and exponent become integers, others floats, objects maps, arrays lists. Throws <see cref="QueryException"/> with the
    /// parameter's name for a number that is too large for its kind.
    /// </summary>
    public static Dictionary<string, GraphValue> ReadParameters(JsonObject? parameters)
    {
        try
        {
            return parameters?.ToDictionary(pair => pair.Key, pair => ToValue(pair.Key, pair.Value), StringComparer.Ordinal) ?? [];
        }
        catch (InvalidOperationException)
        {
            // Strings in a JSON tree are decoded only on access, and the parser accepts an unpaired surrogate.
            throw new QueryException("ArgumentError.InvalidArgumentValue", "The parameters cannot be read: a text has half of a character (one of the two code units U+D800 to U+DFFF).");
        }
    }

    private static GraphValue ToValue(string parameter, JsonNode? node) => node switch
    {
        null => GraphValue.Null,
        JsonArray array => GraphValue.From(array.Select(item => ToValue(parameter, item)).ToArray()),
        JsonObject map => GraphValue.From(map.ToDictionary(pair => pair.Key, pair => ToValue(parameter, pair.Value), StringComparer.Ordinal)),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => GraphValue.True,
            JsonValueKind.False => GraphValue.False,
            JsonValueKind.String => GraphValue.From(value.GetValue<string>()),
            _ => ToNumber(parameter, value.ToJsonString()),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static GraphValue ToNumber(string parameter, string digits) => JsonNumber.TryRead(digits, out var number)
        ? number
        : throw new QueryException("ArgumentError.NumberOutOfRange", $"The parameter '{parameter}' cannot be read: {JsonNumber.Fault(digits)}.");
}
