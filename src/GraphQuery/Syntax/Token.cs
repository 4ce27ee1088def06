namespace Stemma.GraphQuery.Syntax;

/// <summary>A word, literal or operator sign of the query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Position in the query text.</param>
/// <param name="Text">Names without back-ticks, strings without quotes and with escapes resolved, else as written.</param>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, string Text)
{
    /// <summary>Whether this is the keyword, in any case; a name in back-ticks never is.</summary>
    public bool IsKeyword(string keyword) => Kind == TokenKind.Name && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its description in error messages.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.End => "end of query",
        TokenKind.String => "a string",
        TokenKind.QuotedName => $"`{Text}`",
        _ => $"'{Text}'",
    };
}

/// <summary>Kinds of token. Keywords are names: Cypher reserves none, so the parser decides by context.</summary>
internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Integer,
    Float,
    MalformedNumber,
    String,
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Semicolon,
    Dot,
    DotDot,
    Plus,
    PlusEqual,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Equal,
    EqualTilde,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Bar,
    BarBar,
    Ampersand,
    Exclamation,
    Dollar,
}
