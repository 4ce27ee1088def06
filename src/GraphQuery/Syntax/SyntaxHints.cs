namespace Stemma.GraphQuery.Syntax;

/// <summary>What to write instead of something that other languages and tools have, by the token that was not expected and the next.</summary>
internal static class SyntaxHints
{
    /// <summary>A sentence with a space before it, or nothing.</summary>
    /// <param name="before">The token before, or the one at hand where there is none.</param>
    /// <param name="token">The token that was not expected.</param>
    /// <param name="next">The one behind it.</param>
    public static string For(Token before, Token token, Token next) => (token.Kind, next.Kind) switch
    {
        (TokenKind.Exclamation, TokenKind.Equal) => " Not equal is written <>.",
        (TokenKind.Equal, _) when before.Kind == TokenKind.Equal => " Equality is written with one =.",
        (TokenKind.Ampersand, TokenKind.Ampersand) => " Conditions are joined by AND.",
        (TokenKind.BarBar, _) => " Conditions are joined by OR.",
        (TokenKind.Colon, TokenKind.Name) when token.Span.Start == 0 => " Commands with a colon belong to Neo4j Browser and cypher-shell: write the statement alone.",
        _ when token.IsKeyword("LIKE") || token.IsKeyword("ILIKE") => " Texts are compared by STARTS WITH, ENDS WITH, CONTAINS or =~.",
        _ when token.IsKeyword("GROUP") => " Rows are grouped by the columns beside an aggregate.",
        _ when token.IsKeyword("SELECT") => " What is wanted is said last, by RETURN.",
        _ when token.IsKeyword("HAVING") => " WITH … WHERE tells groups apart.",
        _ => "",
    };
}
