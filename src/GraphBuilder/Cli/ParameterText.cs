using System.Text.Json;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Parses <c>--param name=value</c>: numbers, booleans, null, quoted text, lists and maps as in JSON; anything else is literal text.</summary>
internal static class ParameterText
{
    /// <summary>Parses all parameters; throws <see cref="CommandException"/> for one that has no name, is given twice or has a number too large for its kind.</summary>
    public static IReadOnlyDictionary<string, GraphValue> Read(IEnumerable<string> texts)
    {
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var sign = text.IndexOf('=');
            var name = sign > 0 ? text[..sign].TrimStart('$') : "";
            if (name.Length == 0)
            {
                throw new CommandException($"--param {text}: expected name=value, for instance --param year=2023");
            }

            if (!parameters.TryAdd(name, ReadValue(name, text[(sign + 1)..])))
            {
                throw new CommandException($"--param {name} is given twice");
            }
        }

        return parameters;
    }

    private static GraphValue ReadValue(string name, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ToValue(name, json.RootElement);
        }
        catch (JsonException)
        {
            return GraphValue.From(text);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json throws this for a string that is valid JSON but not valid text: an unpaired surrogate escape.
            throw new CommandException($"--param {name}: the text has half of a character, a \\u escape from D800 to DFFF without the other that belongs to it");
        }
    }

    private static GraphValue ToValue(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => GraphValue.Null,
        JsonValueKind.True => GraphValue.True,
        JsonValueKind.False => GraphValue.False,
        JsonValueKind.Number => JsonNumber.TryRead(json.GetRawText(), out var number)
            ? number
            : throw new CommandException($"--param {name}: {JsonNumber.Fault(json.GetRawText())}"),
        JsonValueKind.String => GraphValue.From(json.GetString()),
        JsonValueKind.Array => GraphValue.From(json.EnumerateArray().Select(item => ToValue(name, item)).ToArray()),
        _ => GraphValue.From(json.EnumerateObject().ToDictionary(member => member.Name, member => ToValue(name, member.Value), StringComparer.Ordinal)),
    };
}
