using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A number that may be a result.</summary>
/// <param name="Range">The tokens of the number and its unit; of a range ("15-20%") those of both ends.</param>
/// <param name="Value">Its absolute value; of a range that of the greater end.</param>
/// <param name="Unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
/// <param name="Delta">The value with its sign where the text gives it as a change, or the change in brackets after it; else null.</param>
/// <param name="Kind">How much it looks like a result.</param>
internal readonly record struct ResultNumber(TokenRange Range, double Value, string? Unit, double? Delta, ResultNumberKind Kind);

/// <summary>How much a number looks like a result.</summary>
internal enum ResultNumberKind
{
    /// <summary>With a unit or a decimal point, and no evidence against it.</summary>
    Plain,

    /// <summary>A share of data or parameters, a level of significance, a version: hardly ever a result.</summary>
    Share,

    /// <summary>A whole number without unit.</summary>
    Bare,
}

/// <summary>
/// Finds numbers that may be results, and separates those with a per cent sign, points or a decimal point from sizes, counts, shares of data and levels of significance. Years and
/// large counts are left out, and the two ends of a range are one number (<see cref="ResultRanges"/>).
/// </summary>
internal static class ResultNumbers
{
    /// <summary>Tokens before a number in which a word of change counts.</summary>
    private const int ChangeWindow = 7;

    /// <summary>
    /// Greater whole numbers without unit are sizes and counts; smaller ones may be ratings or frames per second. F1 in five folds over the training labels: 0.8029 at 100, 0.8043
    /// at 5000.
    /// </summary>
    private const double LargestBare = 5000;

    /// <summary>Whole numbers without unit from here to <see cref="LastYear"/> are years.</summary>
    private const double FirstYear = 1950;

    private const double LastYear = 2035;

    /// <summary>Words after a share that is no result: "with 10% annotations", "30% fewer parameters".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShareNouns =
        new[] { "of", "labels", "labeled", "labelled", "data", "annotations", "annotated", "parameters", "fewer", "less", "faster", "sparsity", "tokens", "samples", "training", "confidence", "speedup", "smaller", "compression", "times" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The result numbers of a sentence, in order.</summary>
    public static List<ResultNumber> In(PaperDocument document, TokenRange sentence)
    {
        var found = new List<ResultNumber>();
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (TryRead(document, token, sentence) is { } number && !ResultRanges.TryJoin(document, found, number))
            {
                found.Add(number);
            }
        }

        return found;
    }

    private static ResultNumber? TryRead(PaperDocument document, int token, TokenRange sentence)
    {
        if (IsGlued(document, token, sentence) || InMention(document, token) || NumberText.Read(document[token], document.Tokens[token].Kind) is not { } text)
        {
            return null;
        }

        var value = text.Value;
        var (unit, end) = text.Unit is { } own ? (own, token + 1) : UnitAt(document, token + 1, sentence.End);
        var bare = unit is null && !text.HasPoint;
        if (bare && (value > LargestBare || value is >= FirstYear and <= LastYear))
        {
            return null;
        }

        var kind = IsOtherKind(document, token, end, sentence, unit) ? ResultNumberKind.Share : bare ? ResultNumberKind.Bare : ResultNumberKind.Plain;
        return new ResultNumber(new TokenRange(token, end), Math.Abs(value), unit, text.IsSigned ? value : DeltaOf(document, token, sentence.First, value), kind);
    }

    /// <summary>Part of a name or size: "7B", "v2", "ResNet-50".</summary>
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

    /// <summary>True for a word that marks the number before it as a share.</summary>
    public static bool IsShareNoun(ReadOnlySpan<char> word) => ShareNouns.Contains(word);

    private static bool IsOtherKind(PaperDocument document, int token, int end, TokenRange sentence, string? unit)
    {
        var before = token > sentence.First ? token - 1 : token;
        if (document.Is(before, '<') || document.Is(before, '>') || document.Is(before, '=') || (unit is null && (document.Is(before, "top") || document.Is(before, "version") || document.Is(before, "v"))))
        {
            return true;
        }

        return end < sentence.End && (ShareNouns.Contains(document[end]) || (unit == "x" && ShareNouns.Contains(document[Math.Min(end + 1, sentence.End - 1)])));
    }

    private static (string? Unit, int End) UnitAt(PaperDocument document, int token, int end)
    {
        var at = token;
        while (at < end && (document.Is(at, '\\') || document.Is(at, '$')))
        {
            at++;
        }

        if (at >= end)
        {
            return (null, token);
        }

        if (document.Is(at, "pp") || document.Is(at, "pts"))
        {
            return ("points", at + 1);
        }

        if (document.Is(at, '%') || document.Is(at, "percent"))
        {
            var points = document.Is(at + 1, "points") || document.Is(at + 1, "point") || (document.Is(at + 1, 'p') && !document.Tokens[at + 1].SpaceBefore);
            return (points ? "points" : "%", at + (points ? 2 : 1));
        }

        var joined = document.Tokens[at].Kind == TokenKind.Hyphen && !document.Tokens[at].SpaceBefore ? at + 1 : at;
        if ((document.Is(joined, "points") || document.Is(joined, "point")) && !document.Is(joined + 1, "cloud") && !document.Is(joined + 1, "clouds"))
        {
            return ("points", joined + 1);
        }

        return document.Is(at, "percentage") && document.Is(at + 1, "points") ? ("points", at + 2)
            : document.Is(at, 'x') || document.Is(at, '\u00D7') || document.Is(at, "$\\times$") ? ("x", at + 1)
            : (null, token);
    }

    /// <summary>The signed change: by a sign before the number, or a word of change before it ("improves … by 5.9%", "a gain of 2.1"); null directly after "to" or "from".</summary>
    private static double? DeltaOf(PaperDocument document, int token, int begin, double value)
    {
        if (token == begin)
        {
            return null;
        }

        if (document.Is(token - 1, '+'))
        {
            return value;
        }

        if (document.Tokens[token - 1].Kind == TokenKind.Hyphen && !document.Tokens[token].SpaceBefore)
        {
            return document.Tokens[token - 1].SpaceBefore || document.Is(token - 2, '(') ? -value : null;
        }

        for (var at = token - 1; at >= begin && at >= token - ChangeWindow; at--)
        {
            if ((document.Is(at, "to") || document.Is(at, "from")) && at == token - 1)
            {
                return null;
            }

            if (Change(document[at]) is not 0 and var change)
            {
                return change * value;
            }
        }

        return null;
    }

    private static int Change(ReadOnlySpan<char> word)
        => StartsWith(word, "improve") || StartsWith(word, "gain") || StartsWith(word, "increas") || StartsWith(word, "outperform") || StartsWith(word, "surpass") || StartsWith(word, "boost") ? 1
            : StartsWith(word, "reduc") || StartsWith(word, "decreas") || (StartsWith(word, "drop") && !StartsWith(word, "dropout")) || StartsWith(word, "lower") ? -1
            : 0;

    private static bool StartsWith(ReadOnlySpan<char> word, string prefix) => word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
