using System.Globalization;
using System.Text;

namespace Stemma.GraphQuery.Syntax;

/// <content>Numbers, strings and names in back-ticks.</content>
internal sealed partial class Lexer
{
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
            SkipDigits();
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
        SkipDigits();
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

    /// <summary>Digits, with single underscores between them.</summary>
    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(Peek(1)) && _at > 0 && char.IsAsciiDigit(_text[_at - 1])))
        {
            _at++;
        }
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

        // A lone surrogate is allowed: pairs are written as two escapes.
        value.Append(code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        _at += 2 + digits;
    }
}
