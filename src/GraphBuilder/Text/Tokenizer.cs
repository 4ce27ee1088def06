using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Stemma.GraphBuilder.Text;

/// <summary>
/// Splits text into tokens with exact offsets. Hyphens, slashes and plus signs are tokens of their own, so that <c>DPO-based</c> and
/// <c>GPT-3.5/4</c> can be matched in part and quoted whole.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Longer formulas are no names (the longest formula in a labelled name has 30 units).</summary>
    private const int LongestFormula = 48;

    private static readonly SearchValues<char> FormulaStops = SearchValues.Create(" \t\r\n$");

    /// <summary>Appends the tokens of <paramref name="text"/>, with offsets shifted by <paramref name="shift"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, int shift, List<Token> tokens)
    {
        var space = true;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                space = true;
                at++;
                continue;
            }

            var (length, kind) = Next(text, at);
            tokens.Add(new Token(at + shift, at + length + shift, kind, space));
            space = false;
            at += length;
        }
    }

    /// <summary>True for hyphens, dashes and minus signs.</summary>
    public static bool IsHyphen(char sign) => sign is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\uFF0D';

    private static (int Length, TokenKind Kind) Next(ReadOnlySpan<char> text, int at)
    {
        var sign = text[at];
        if (IsWordPart(text, at))
        {
            return IsUrl(text[at..]) ? (UrlLength(text[at..]), TokenKind.Url) : Word(text[at..]);
        }

        return sign switch
        {
            '$' when FormulaLength(text[at..]) is > 0 and var length => (length, TokenKind.Markup),
            '\\' => Command(text[at..]),
            '/' => (1, TokenKind.Slash),
            _ when IsHyphen(sign) => (1, TokenKind.Hyphen),
            _ when char.IsHighSurrogate(sign) && at + 1 < text.Length => (2, TokenKind.Punctuation),
            _ => (1, TokenKind.Punctuation),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordPart(ReadOnlySpan<char> text, int at)
        => char.IsAscii(text[at]) ? char.IsAsciiLetterOrDigit(text[at]) : IsForeignWordPart(text, at);

    private static bool IsForeignWordPart(ReadOnlySpan<char> text, int at)
    {
        var sign = text[at];
        return char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.NonSpacingMark
            || (char.IsHighSurrogate(sign) && Rune.TryGetRuneAt(text.ToString(), at, out var rune) && Rune.IsLetterOrDigit(rune))
            || (char.IsLowSurrogate(sign) && at > 0 && Rune.TryGetRuneAt(text.ToString(), at - 1, out rune) && Rune.IsLetterOrDigit(rune));
    }

    private static (int Length, TokenKind Kind) Word(ReadOnlySpan<char> text)
    {
        var dotted = DottedAbbreviationLength(text);
        if (dotted > 0)
        {
            return (dotted, TokenKind.Word);
        }

        var number = char.IsAsciiDigit(text[0]);
        var end = 1;
        while (end < text.Length)
        {
            if (IsWordPart(text, end))
            {
                number &= char.IsAsciiDigit(text[end]);
                end++;
            }
            else if (Joins(text, end, number))
            {
                number &= text[end] is '.' or ',';
                end++;
            }
            else
            {
                break;
            }
        }

        return (end, number ? TokenKind.Number : TokenKind.Word);
    }

    /// <summary>Characters that may occur inside a word: the decimal point (<c>Qwen2.5</c>, <c>v1.1</c>), thousands commas, <c>pass@1</c>, underscores of identifiers.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int at, bool number)
    {
        if (at + 1 >= text.Length || !IsWordPart(text, at + 1))
        {
            return false;
        }

        return text[at] switch
        {
            '.' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
            ',' => number && IsThousandsGroup(text[(at + 1)..]),
            '@' or '_' => true,
            _ => false,
        };
    }

    private static bool IsThousandsGroup(ReadOnlySpan<char> text)
        => text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
           && (text.Length == 3 || !char.IsAsciiLetterOrDigit(text[3]));

    /// <summary><c>e.g.</c>, <c>i.e.</c>, <c>U.S.</c>: single letters, each followed by a full stop, at least two.</summary>
    private static int DottedAbbreviationLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end + 1 < text.Length && char.IsAsciiLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
        }

        return end >= 4 && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end])) ? end : 0;
    }

    private static int FormulaLength(ReadOnlySpan<char> text)
    {
        var close = text[1..].IndexOfAny(FormulaStops);
        return close > 0 && close < LongestFormula && text[close + 1] == '$' ? close + 2 : 0;
    }

    private static (int Length, TokenKind Kind) Command(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return (end, TokenKind.Markup);
    }

    private static bool IsUrl(ReadOnlySpan<char> text)
        => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
           || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static int UrlLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('}' or ')' or ']' or '<' or '"'))
        {
            end++;
        }

        while (end > 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'')
        {
            end--;
        }

        return end;
    }
}
