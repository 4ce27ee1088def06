using System.Globalization;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Splits a query text into tokens, dropping comments and white space. Also checks the form of numbers and strings.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text) => _text = text;

    private char Current => Peek(0);

    /// <summary>All tokens of a text, ending with <see cref="TokenKind.End"/>.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipBlank())
        {
            lexer.ReadToken();
        }

        lexer.Add(TokenKind.End, text.Length);
        return lexer._tokens;
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Add(TokenKind kind, int start, string? text = null) =>
        _tokens.Add(new Token(kind, new SourceSpan(start, _at), text ?? _text[start.._at]));

    private bool SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF')
            {
                _at++;
            }
            else if (Current == '/' && Peek(1) == '/')
            {
                _at = _text.IndexOf('\n', _at) is var end and >= 0 ? end : _text.Length;
            }
            else if (Current == '/' && Peek(1) == '*')
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end >= 0 ? end + 2 : throw Fault("UnexpectedSyntax", "Unexpected end of query, expected '*/' to close the comment.", _at);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void ReadToken()
    {
        var start = _at;
        var c = Current;
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (c is '\'' or '"')
        {
            ReadString(c);
        }
        else if (c == '`')
        {
            ReadQuotedName();
        }
        else if (IsNameStart(c))
        {
            SkipName();
            Add(TokenKind.Name, start);
        }
        else
        {
            ReadSign();
        }
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber or UnicodeCategory.Surrogate;

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private void SkipName()
    {
        while (_at < _text.Length && IsNamePart(Current))
        {
            _at++;
        }
    }

    private void ReadSign()
    {
        var start = _at;
        var (kind, length) = (Current, Peek(1)) switch
        {
            ('.', '.') => (TokenKind.DotDot, 2),
            ('+', '=') => (TokenKind.PlusEqual, 2),
            ('|', '|') => (TokenKind.BarBar, 2),
            ('=', '~') => (TokenKind.EqualTilde, 2),
            ('<', '>') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            (var c, _) => (Single(c), 1),
        };
        _at += length;
        Add(kind, start);
    }

    private TokenKind Single(char c) => c switch
    {
        '(' => TokenKind.LeftParenthesis,
        ')' => TokenKind.RightParenthesis,
        '[' => TokenKind.LeftBracket,
        ']' => TokenKind.RightBracket,
        '{' => TokenKind.LeftBrace,
        '}' => TokenKind.RightBrace,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        ';' => TokenKind.Semicolon,
        '.' => TokenKind.Dot,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '^' => TokenKind.Caret,
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '|' => TokenKind.Bar,
        '&' => TokenKind.Ampersand,
        '!' => TokenKind.Exclamation,
        '$' => TokenKind.Dollar,
        _ when char.IsAscii(c) => throw Fault("UnexpectedSyntax", $"Unexpected character '{c}', expected a word, a literal or an operator.", _at),
        _ => throw Fault("InvalidUnicodeCharacter", $"Unexpected character '{c}' (U+{(int)c:X4}), which is no part of Cypher outside of strings and names.", _at),
    };

    private CypherException Fault(string detail, string message, int offset) => SyntaxFault.At(_text, offset, detail, message);
}
