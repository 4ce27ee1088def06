using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Neo4j;

/// <summary>Translates faults of the server or the network into messages of one sentence, with the position in the query if the server names one.</summary>
internal static partial class ServerFaults
{
    private const string Unauthorized = "Neo.ClientError.Security.Unauthorized";
    private const string DatabaseNotFound = "Neo.ClientError.Database.DatabaseNotFound";
    private const string Transient = "Neo.TransientError.";

    /// <summary>Throws if the tail of the response contains an error.</summary>
    public static void ThrowIfAny(IReadOnlyDictionary<string, JsonElement> tail, Neo4jAddress address)
    {
        if (!tail.TryGetValue("errors", out var errors) || errors.ValueKind != JsonValueKind.Array || errors.GetArrayLength() == 0)
        {
            return;
        }

        var code = errors[0].GetProperty("code").GetString() ?? "";
        var message = errors[0].GetProperty("message").GetString() ?? "";
        throw code switch
        {
            Unauthorized => new GraphUnavailableException(
                $"The Neo4j server at {address} refuses the user '{address.User ?? "(none)"}': wrong name or password. Give them by --user and --password-file, or the environment variable NEO4J_PASSWORD."),
            DatabaseNotFound => new GraphUnavailableException($"The Neo4j server at {address.Server} has no database '{address.Database}'."),
            _ when code.StartsWith(Transient, StringComparison.Ordinal) => new TransientFaultException(code, FirstLine(message)),
            _ => new QueryException(code, FirstLine(message), PositionIn(message)),
        };
    }

    /// <summary>The exception to report for a network fault, or null for any other exception.</summary>
    public static GraphUnavailableException? Describe(Exception exception, Neo4jAddress address) => exception switch
    {
        HttpRequestException { InnerException: SocketException } or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } =>
            new GraphUnavailableException($"No Neo4j server answers at {address}. Is it running, and is this its HTTP address?", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new GraphUnavailableException($"The host of {address} is not known.", exception),
        HttpRequestException or IOException or JsonException =>
            new GraphUnavailableException($"The connection to Neo4j at {address} broke: {exception.Message}", exception),
        _ => null,
    };

    /// <summary>The exception to report for a status without a readable body.</summary>
    public static GraphUnavailableException Describe(HttpStatusCode status, Neo4jAddress address) =>
        new($"The server at {address} answered {(int)status} and nothing that a Neo4j Query API would send. Neo4j 5.25 or later is needed, at its HTTP address.");

    private static string FirstLine(string message) => PlaceInText().Replace(message.Split('\n')[0], "").TrimEnd();

    private static TextPosition? PositionIn(string message)
    {
        var match = PlaceInText().Match(message);
        return match.Success
            ? new TextPosition(Number(match, "offset"), Number(match, "line"), Number(match, "column"))
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*\(line (?<line>\d+), column (?<column>\d+) \(offset: (?<offset>\d+)\)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceInText();
}

/// <summary>A fault of the server that a retry may resolve (codes <c>Neo.TransientError.*</c>).</summary>
internal sealed class TransientFaultException(string code, string message) : QueryException(code, message);
