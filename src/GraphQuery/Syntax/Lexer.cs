using System.Globalization;
using System.Text;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Cuts a query text into tokens; comments and white space fall away. Numbers and strings are checked here.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;

    private Lexer(string text) => _text = text;

    private char Current => Peek(0);

    /// <summary>All tokens of a text, an <see cref="TokenKind.End"/> last.</summary>
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

    private void ReadQuotedName()
    {
        var start = _at++;
        var name = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length)
            {
                throw Fault("UnexpectedSyntax", "Unexpected end of query, expected a back-tick to close the name.", start);
            }

            if (Current != '`')
            {
                name.Append(Current);
                _at++;
            }
            else if (Peek(1) == '`')
            {
                name.Append('`');
                _at += 2;
            }
            else
            {
                _at++;
                Add(TokenKind.QuotedName, start, name.ToString());
                return;
            }
        }
    }

    private void ReadNumber()
    {
        var start = _at;
        var kind = TokenKind.Integer;
        if (Current == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O')
        {
            var octal = Peek(1) is 'o' or 'O';
            _at += 2;
            SkipWhile(octal ? c => c is >= '0' and <= '7' : char.IsAsciiHexDigit);
            kind = _at == start + 2 ? TokenKind.MalformedNumber : kind;
        }
        else
        {
            SkipWhile(char.IsAsciiDigit);
            kind = SkipFraction() | SkipExponent() ? TokenKind.Float : kind;
        }

        if (IsNamePart(Current))
        {
            SkipName();
            kind = TokenKind.MalformedNumber;
        }

        Add(kind, start);
    }

    private bool SkipFraction()
    {
        if (Current != '.' || !char.IsAsciiDigit(Peek(1)))
        {
            return false;
        }

        _at++;
        SkipWhile(char.IsAsciiDigit);
        return true;
    }

    private bool SkipExponent()
    {
        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Current is not ('e' or 'E') || !char.IsAsciiDigit(Peek(1 + sign)))
        {
            return false;
        }

        _at += 1 + sign;
        SkipWhile(char.IsAsciiDigit);
        return true;
    }

    private void SkipWhile(Func<char, bool> wanted)
    {
        while (_at < _text.Length && wanted(Current))
        {
            _at++;
        }
    }

    private void ReadString(char quote)
    {
        var start = _at++;
        var value = new StringBuilder();
        while (Current != quote || _at >= _text.Length)
        {
            if (_at >= _text.Length)
            {
                throw Fault("UnexpectedSyntax", $"Unexpected end of query, expected {quote} to close the string.", start);
            }

            if (Current == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(Current);
                _at++;
            }
        }

        _at++;
        Add(TokenKind.String, start, value.ToString());
    }

    private void ReadEscape(StringBuilder value)
    {
        var escape = Peek(1);
        if (escape is 'u' or 'U')
        {
            ReadUnicodeEscape(value, escape == 'u' ? 4 : 8);
            return;
        }

        value.Append(escape switch
        {
            '\\' or '\'' or '"' or '`' => escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Fault("UnexpectedSyntax", $"Unexpected escape '\\{escape}', expected one of \\\\ \\' \\\" \\b \\f \\n \\r \\t \\uXXXX.", _at),
        });
        _at += 2;
    }

    private void ReadUnicodeEscape(StringBuilder value, int digits)
    {
        if (_at + 2 + digits > _text.Length
            || !int.TryParse(_text.AsSpan(_at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF)
        {
            throw Fault("InvalidUnicodeLiteral", $"Unexpected text after \\{Peek(1)}, expected {digits} hexadecimal digits of a Unicode character.", _at);
        }

        // A single UTF-16 half is allowed: pairs are written as two escapes.
        value.Append(code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        _at += 2 + digits;
    }

    private void ReadSign()
    {
        var start = _at;
        var (kind, length) = (Current, Peek(1)) switch
        {
            ('.', '.') => (TokenKind.DotDot, 2),
            ('+', '=') => (TokenKind.PlusEqual, 2),
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
