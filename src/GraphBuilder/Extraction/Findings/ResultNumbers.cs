using System.Globalization;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A number that may be a result.</summary>
/// <param name="Range">The number's tokens, without unit.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Delta">The value with its sign, where the text gives it as a change.</param>
internal readonly record struct ResultNumber(TokenRange Range, double Value, string? Unit, double? Delta);

/// <summary>Finds numbers that may be results: with a per cent sign or points, with a decimal point, or after a verb of achieving; not years, sizes and counts.</summary>
internal static class ResultNumbers
{
    /// <summary>How far before a number a verb of change counts.</summary>
    private const int ChangeWindow = 6;

    /// <summary>The result numbers of a sentence, in order.</summary>
    public static List<ResultNumber> In(PaperDocument document, TokenRange sentence)
    {
        var found = new List<ResultNumber>();
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (document.Tokens[token].Kind == TokenKind.Number && !IsGlued(document, token, sentence) && !InMention(document, token)
                && double.TryParse(document[token].ToString().Replace(",", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                var unit = UnitAt(document, token + 1, sentence.End);
                if (unit is not null || document[token].Contains('.'))
                {
                    found.Add(new ResultNumber(new TokenRange(token, token + 1), value, unit, DeltaOf(document, token, sentence.First, value)));
                }
            }
        }

        return found;
    }

    private static bool IsGlued(PaperDocument document, int token, TokenRange sentence)
    {
        var next = token + 1;
        var letters = next < sentence.End && !document.Tokens[next].SpaceBefore && document.Tokens[next].Kind == TokenKind.Word && !document.Is(next, 'x');
        var version = token > sentence.First + 1 && !document.Tokens[token].SpaceBefore && document.Tokens[token - 1].Kind == TokenKind.Hyphen
            && !document.Tokens[token - 1].SpaceBefore && document.Tokens[token - 2].Kind == TokenKind.Word;
        return letters || version;
    }

    private static bool InMention(PaperDocument document, int token)
    {
        foreach (var mention in document.Mentions)
        {
            if (mention.Range.First <= token && token < mention.Range.End)
            {
                return true;
            }
        }

        return false;
    }

    private static string? UnitAt(PaperDocument document, int token, int end)
    {
        while (token < end && (document.Is(token, '\\') || document.Is(token, '$')))
        {
            token++;
        }

        return token >= end ? null
            : document.Is(token, '%') || document.Is(token, "percent") || document.Is(token, "pp") ? "%"
            : document.Is(token, "points") || document.Is(token, "point") || (document.Is(token, "percentage") && document.Is(token + 1, "points")) ? "points"
            : document.Is(token, 'x') || document.Is(token, '\u00D7') ? "x"
            : null;
    }

    /// <summary>A sign before the number, or a verb of change before it with "by" or "of": "improves … by 5.9%", "gain of 2.1".</summary>
    private static double? DeltaOf(PaperDocument document, int token, int begin, double value)
    {
        if (token > begin && document.Is(token - 1, '+'))
        {
            return value;
        }

        if (token > begin && document.Tokens[token - 1].Kind == TokenKind.Hyphen && document.Tokens[token - 1].SpaceBefore && !document.Tokens[token].SpaceBefore)
        {
            return -value;
        }

        var by = token > begin && (document.Is(token - 1, "by") || document.Is(token - 1, "of") || document.Is(token - 1, "to") || document.Is(token - 1, "than") || document.Is(token - 1, "nearly") || document.Is(token - 1, "over"));
        for (var at = token - 1; by && at >= begin && at >= token - ChangeWindow; at--)
        {
            var change = Change(document[at]);
            if (change != 0)
            {
                return change * value;
            }

            if (document.Is(at, "by"))
            {
                return value;
            }
        }

        return null;
    }

    private static int Change(ReadOnlySpan<char> word)
        => StartsWith(word, "improve") || StartsWith(word, "gain") || StartsWith(word, "increas") || StartsWith(word, "outperform") || StartsWith(word, "surpass") || StartsWith(word, "boost") ? 1
            : StartsWith(word, "reduc") || StartsWith(word, "decreas") || StartsWith(word, "drop") || StartsWith(word, "lower") ? -1
            : 0;

    private static bool StartsWith(ReadOnlySpan<char> word, string prefix) => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
