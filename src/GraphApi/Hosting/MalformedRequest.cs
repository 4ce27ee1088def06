using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Stemma.GraphApi.Hosting;

/// <summary>Rewrites the framework's messages about malformed requests in terms of the request: parameters by name, JSON by position, no types of the program.</summary>
internal static partial class MalformedRequest
{
    /// <summary>The message, in one sentence.</summary>
    /// <param name="fault">The framework's exception.</param>
    /// <param name="endpoint">The endpoint that was requested, or null if unknown.</param>
    public static string Describe(BadHttpRequestException fault, Endpoint? endpoint)
    {
        if (fault.InnerException is JsonException json)
        {
            var place = json.LineNumber is { } line ? $" (line {line + 1}, byte {json.BytePositionInLine + 1})" : "";
            return json.Path is { Length: > 2 } path
                ? $"The body has a value of the wrong kind at {path[2..]}{place}."
                : $"The body is not the JSON object that this route takes{place}.";
        }

        if (Missing().Match(fault.Message) is { Success: true } missing)
        {
            return $"The parameter '{missing.Groups["name"].Value}' is missing.";
        }

        if (fault.Message.StartsWith("Implicit body inferred", StringComparison.Ordinal))
        {
            return "The body is missing; this route takes a JSON object.";
        }

        return Unreadable().Match(fault.Message) is { Success: true } unreadable
            ? $"The parameter '{unreadable.Groups["name"].Value}' is '{unreadable.Groups["value"].Value}'{Allowed(endpoint, unreadable.Groups["name"].Value)}."
            : fault.Message;
    }

    /// <summary>The allowed values of the parameter, if its handler declares a range.</summary>
    private static string Allowed(Endpoint? endpoint, string name) =>
        endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters().FirstOrDefault(parameter => parameter.Name == name)?.GetCustomAttribute<RangeAttribute>() is { } range
            ? $"; it is a whole number from {range.Minimum:N0} to {range.Maximum:N0}"
            : ", which cannot be read";

    [GeneratedRegex("Required parameter \"\\S+ (?<name>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("bind parameter \".* (?<name>\\w+)\" from \"(?<value>.*)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unreadable();
}
