using System.Text.RegularExpressions;
using Stemma.GraphModel.Database;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQueryTests.Tck;

/// <summary>The error that a scenario expects. <c>any time</c> accepts both phases and <c>*</c> every detail; otherwise all three must match.</summary>
/// <param name="Type">For example <c>SyntaxError</c>.</param>
/// <param name="Phase"><c>compile time</c>, <c>runtime</c> or <c>any time</c>.</param>
/// <param name="Detail">For example <c>UndefinedVariable</c>.</param>
internal sealed partial record ExpectedError(string Type, string Phase, string Detail)
{
    /// <summary>Parses <c>a TypeError should be raised at runtime: InvalidArgumentType</c>; null for other sentences.</summary>
    public static ExpectedError? TryRead(string sentence) =>
        Sentence().Match(sentence) is { Success: true } match ? new(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value) : null;

    /// <summary>Whether an error is the expected one. A server names its errors differently, so any is accepted.</summary>
    public bool IsMetBy(QueryException fault) =>
        fault is not CypherException own
        || (own.Type.ToString() == Type
            && (Phase == "any time" || (Phase == "compile time") == (own.Phase == CypherPhase.Compile))
            && (Detail == "*" || own.Detail == Detail));

    public override string ToString() => $"{Type} at {Phase}: {Detail}";

    [GeneratedRegex(@"^an? (\w+) should be raised at (compile time|runtime|any time): (\S+)$")]
    private static partial Regex Sentence();
}
