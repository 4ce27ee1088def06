namespace Stemma.GraphQuery.Syntax;

/// <summary>Suggests the Cypher for constructs of other languages and tools, by the unexpected token and its neighbours.</summary>
internal static class SyntaxHints
{
    /// <summary>A sentence preceded by a space, or an empty string.</summary>
    /// <param name="before">The token before the unexpected one, or that one if it is the first.</param>
    /// <param name="token">The unexpected token.</param>
    /// <param name="next">The token after it.</param>
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
