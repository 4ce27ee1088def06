using System.Collections.Frozen;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Excludes numbers that cannot be a result on a target, however near the two are: a count is no result, a semicolon separates its two sides, and a target that opens a
/// segment of its own ("from 17.7% to 78.7% on A and on B from …") has no number in the segment before. Derived from wrong results in the sample corpus.
/// </summary>
internal static class ResultBounds
{
    /// <summary>Most tokens between a target and the number of its own after it: "on B, from 10.4%".</summary>
    private const int OwnNumberWithin = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Magnitudes =
        new[] { "thousand", "million", "billion", "trillion", "k", "hours", "minutes", "seconds", "days", "epochs", "steps" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Supplies =
        new[] { "data", "labels", "annotations", "samples", "examples", "parameters", "tokens", "compute", "budget", "training", "labeled", "labelled", "pixels", "weights", "dataset", "memory", "steps" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        new[] { "on", "in", "for", "to" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where the number counts things: "1.5 million labels", "50 of 66 tasks", "10% of the data".</summary>
    public static bool IsCount(PaperDocument document, ResultNumber number)
    {
        var next = number.Range.End;
        return IsShareOfSupplies(document, next) || (number.Unit is null && next < document.Tokens.Count
            && (Magnitudes.Contains(document[next])
                || (document.Is(next, "of") && next + 1 < document.Tokens.Count && document.Tokens[next + 1].Kind == TokenKind.Number)
                || (document.Is(next, "out") && document.Is(next + 1, "of"))));
    }

    /// <summary>"% of the labelled data": what a method was given, not what it reached.</summary>
    private static bool IsShareOfSupplies(PaperDocument document, int next)
    {
        var of = document.Is(next, '%') ? next + 1 : next;
        var supply = document.Is(of + 1, "the") || document.Is(of + 1, "its") || document.Is(of + 1, "all") ? of + 2 : of + 1;
        return document.Is(of, "of") && supply < document.Tokens.Count && Supplies.Contains(document[supply]);
    }

    /// <summary>True where every mention of the target in the sentence is separated from the number; false where the sentence does not mention it.</summary>
    public static bool ArePart(PaperDocument document, ResultSentence sentence, TokenRange number, int target)
    {
        var mentioned = false;
        foreach (var mention in sentence.Targets)
        {
            if (mention.Concept == target)
            {
                mentioned = true;
                if (!ArePart(document, sentence, number, mention.Range))
                {
                    return false;
                }
            }
        }

        return mentioned;
    }

    private static bool ArePart(PaperDocument document, ResultSentence sentence, TokenRange number, TokenRange target)
    {
        var (first, end) = number.End <= target.First ? (number.End, target.First) : (target.End, number.First);
        for (var token = first; token < end; token++)
        {
            if (document.Is(token, ';') || (token < target.First && OpensPart(document, token, target) && HasOwnNumber(sentence, target)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"and on B": the target directly follows a conjunction and a preposition.</summary>
    private static bool OpensPart(PaperDocument document, int token, TokenRange target) =>
        token + 2 == target.First && (document.Is(token, "and") || document.Is(token, "but") || document.Is(token, "while")) && Prepositions.Contains(document[token + 1]);

    private static bool HasOwnNumber(ResultSentence sentence, TokenRange target) =>
        sentence.Numbers.Exists(number => number.Range.First >= target.End && number.Range.First - target.End <= OwnNumberWithin);
}
