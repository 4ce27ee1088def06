using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>
/// Joins two numbers that annotators label as one result: "15-20%", "1.2%–3.3%", "by 4.8 to 12.6", "ranging from 0.6 to 0.7", "89.4 ± 0.2". Kept separate, one of the two would be
/// a result that no annotator lists.
/// </summary>
internal static class ResultRanges
{
    private const char PlusMinus = '\u00B1';

    /// <summary>Joins a number to the last one before it where the two are one result; false where it is a result of its own, which a number after "±" never is.</summary>
    public static bool TryJoin(PaperDocument document, List<ResultNumber> before, ResultNumber number)
    {
        if (document.Is(number.Range.First - 1, PlusMinus))
        {
            if (before.Count > 0 && before[^1].Range.End == number.Range.First - 1)
            {
                before[^1] = WithSpread(before[^1], number);
            }

            return true;
        }

        if (before.Count == 0 || !AreRange(document, before[^1], number))
        {
            return false;
        }

        before[^1] = Join(before[^1], number);
        return true;
    }

    /// <summary>True for a smaller number followed by a greater one; "from 31.8% to 92.6%" is a change instead, and both numbers are kept.</summary>
    private static bool AreRange(PaperDocument document, ResultNumber low, ResultNumber high)
    {
        var joint = low.Range.End;
        var next = document.Is(joint + 1, '+') ? joint + 2 : joint + 1;
        return next == high.Range.First && low.Value < high.Value && (low.Unit is null || high.Unit is null || low.Unit == high.Unit)
            && (document.Tokens[joint].Kind == TokenKind.Hyphen || document.Is(joint, '~') || IsWorded(document, joint, low.Range.First - 1));
    }

    /// <summary>"by 4.8 to 12.6", "ranging from 4.8 to 12.6", "between 4.8 and 12.6".</summary>
    private static bool IsWorded(PaperDocument document, int joint, int before)
        => document.Is(joint, "to")
            ? document.Is(before, "by") || document.Is(before, '+') || (document.Is(before, "from") && before > 0 && (document.Is(before - 1, "ranging") || document.Is(before - 1, "ranges") || document.Is(before - 1, "range")))
            : document.Is(joint, "and") && document.Is(before, "between");

    private static ResultNumber Join(ResultNumber low, ResultNumber high) => new(
        new TokenRange(low.Range.First, high.Range.End), high.Value, high.Unit ?? low.Unit, low.Delta is { } change ? Math.Sign(change) * high.Value : null, high.Unit is null ? low.Kind : high.Kind);

    /// <summary>The unit often follows only the spread.</summary>
    private static ResultNumber WithSpread(ResultNumber number, ResultNumber spread)
        => number with { Range = new TokenRange(number.Range.First, spread.Range.End), Unit = number.Unit ?? spread.Unit, Kind = spread.Kind };
}
