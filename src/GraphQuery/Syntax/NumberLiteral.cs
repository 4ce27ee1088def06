using System.Globalization;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Reads number tokens; a minus sign before a number is part of it, so that −2⁶³ can be written.</summary>
internal static class NumberLiteral
{
    /// <summary>The value of a number token.</summary>
    public static GraphValue Read(TokenReader reader, Token token, bool negative) => token.Kind switch
    {
        TokenKind.Float => ReadFloat(reader, token, negative),
        TokenKind.Integer => ReadInteger(reader, token, negative),
        _ => throw SyntaxFault.At(reader.Text, token.Span.Start, "InvalidNumberLiteral", $"Unexpected '{token.Text}', expected a number: decimal, 0x hexadecimal or 0o octal."),
    };

    private static GraphValue ReadFloat(TokenReader reader, Token token, bool negative)
    {
        var value = double.Parse(Digits(token), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value)
            ? throw SyntaxFault.At(reader.Text, token.Span.Start, "FloatingPointOverflow", $"The number {token.Text} is larger than a 64-bit float holds.")
            : GraphValue.From(negative ? -value : value);
    }

    private static GraphValue ReadInteger(TokenReader reader, Token token, bool negative)
    {
        var value = Magnitude(Digits(token));
        value = negative ? -value : value;
        return value < long.MinValue || value > long.MaxValue
            ? throw SyntaxFault.At(reader.Text, token.Span.Start, "IntegerOverflow", $"The number {token.Text} is larger than a 64-bit integer holds.")
            : GraphValue.From((long)value);
    }

    private static string Digits(Token token) => token.Text.Replace("_", "", StringComparison.Ordinal);

    /// <summary>The number without its sign; one that needs more than 64 bits is read only until it is too large.</summary>
    private static Int128 Magnitude(string text)
    {
        var radix = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 16 : text.StartsWith("0o", StringComparison.OrdinalIgnoreCase) ? 8 : 10;
        Int128 sum = 0;
        foreach (var digit in radix == 10 ? text : text.AsSpan(2))
        {
            sum = (sum * radix) + (char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
            if (sum > ulong.MaxValue)
            {
                break;
            }
        }

        return sum;
    }
}
