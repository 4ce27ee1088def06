using Stemma.GraphModel.Database;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Creates the errors that are found before a query runs, each with its position.</summary>
internal static class SyntaxFault
{
    /// <summary>A syntax error.</summary>
    public static CypherException At(string text, int offset, string detail, string message) =>
        At(text, offset, CypherErrorType.SyntaxError, detail, message);

    /// <summary>An error of another type.</summary>
    public static CypherException At(string text, int offset, CypherErrorType type, string detail, string message) =>
        new(type, CypherPhase.Compile, detail, message, TextPosition.Of(text, offset));
}
