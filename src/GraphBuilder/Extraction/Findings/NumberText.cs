using System.Globalization;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A number as written in a token, with the unit attached to it: "81.8", "5.4x", "2.4pp", "0.7dB", "$28.3\\times$", "$\\textbf{16.4\\%}$".</summary>
/// <param name="Value">Its value, with its sign.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c>, or null for another or none.</param>
/// <param name="IsSigned">Whether the token begins with a sign.</param>
/// <param name="HasPoint">Whether it has a decimal point or comma.</param>
internal readonly record struct NumberText(double Value, string? Unit, bool IsSigned, bool HasPoint)
{
    /// <summary>Longer tokens are formulas of more than one number.</summary>
    private const int Longest = 32;

    /// <summary>Reads a token; null where it is no number.</summary>
    public static NumberText? Read(ReadOnlySpan<char> token, TokenKind kind)
    {
        if (kind == TokenKind.Number)
        {
            return Parse(token);
        }

        Span<char> plain = stackalloc char[Longest];
        return kind == TokenKind.Markup && token.Length <= Longest && token[0] == '$' ? Parse(plain[..Strip(token, plain)])
            : kind == TokenKind.Word && char.IsAsciiDigit(token[0]) && token.Length <= Longest ? Parse(token)
            : null;
    }

    private static NumberText? Parse(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' || (end == 0 && text[end] is '+' or '-')))
        {
            end++;
        }

        var digits = text[..end];
        var hasPoint = digits.Contains('.') || HasDecimalComma(digits);
        return TryUnit(text[end..], hasPoint, out var unit) && TryValue(digits, out var value) ? new NumberText(value, unit, digits[0] is '+' or '-', hasPoint) : null;
    }

    private static bool TryValue(ReadOnlySpan<char> digits, out double value)
    {
        if (!HasDecimalComma(digits))
        {
            return double.TryParse(digits, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
        }

        var comma = digits.IndexOf(',');
        Span<char> pointed = stackalloc char[digits.Length];
        digits.CopyTo(pointed);
        pointed[comma] = '.';
        return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>"72,64": a comma before the last one or two digits is a decimal comma.</summary>
    private static bool HasDecimalComma(ReadOnlySpan<char> digits)
        => digits.IndexOf(',') is > 0 and var comma && digits[(comma + 1)..].Length is 1 or 2 && !digits.Contains('.');

    /// <summary>Reads the unit attached to a number. False for names ("3D", "7B", "100k"); true without a unit for measures ("0.7dB", "8.4s"), but only after a decimal point.</summary>
    private static bool TryUnit(ReadOnlySpan<char> text, bool hasPoint, out string? unit)
    {
        unit = text switch
        {
            "%" => "%",
            "x" or "X" or "\u00D7" => "x",
            "pp" or "pts" or "pt" => "points",
            _ => null,
        };
        return unit is not null || text.IsEmpty || (hasPoint && text is "dB" or "s" or "ms" or "mm" or "cm" or "m");
    }

    /// <summary>Removes dollars, braces, commands and spreads (<c>\pm</c>) from a formula; <c>\times</c> becomes x, and of a range (<c>3\sim10</c>) the greater end is left.</summary>
    private static int Strip(ReadOnlySpan<char> formula, Span<char> plain)
    {
        var length = 0;
        for (var at = 0; at < formula.Length; at++)
        {
            if (formula[at] == '\\')
            {
                var end = at + 1;
                while (end < formula.Length && char.IsAsciiLetter(formula[end]))
                {
                    end++;
                }

                if (formula[at..end] is "\\times")
                {
                    plain[length++] = 'x';
                }
                else if (formula[at..end] is "\\sim")
                {
                    length = 0;
                }
                else if (formula[at..end] is "\\pm")
                {
                    while (end < formula.Length && (char.IsAsciiDigit(formula[end]) || formula[end] is '.' or ' '))
                    {
                        end++;
                    }
                }

                at = end - 1;
            }
            else if (formula[at] is not ('$' or '{' or '}' or ' '))
            {
                plain[length++] = formula[at];
            }
        }

        return length;
    }
}
