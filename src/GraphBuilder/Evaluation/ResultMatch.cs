using System.Globalization;
using Stemma.GraphBuilder.Extraction.Findings;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>When a number is the one that a reader wrote: value and change stand for each other, since readers write both.</summary>
internal static class ResultMatch
{
    private const double Tolerance = 1e-9;

    /// <summary>True where the number equals the labelled value or change, signs aside.</summary>
    public static bool IsSameNumber(double value, LabelledResult label)
        => Is(label.Value, value) || Is(label.Delta, value);

    /// <summary>What a number is by a reader's line that has it: a change where it is the labelled change, else a level.</summary>
    public static NumberKind KindOf(double value, LabelledResult label)
        => !Is(label.Delta, value) ? NumberKind.Level : label.Delta!.StartsWith('-') ? NumberKind.Loss : NumberKind.Gain;

    private static bool Is(string? text, double value) => text is not null && Numbers(text).Any(number => Math.Abs(number - Math.Abs(value)) < Tolerance);

    /// <summary>The numbers in what a reader wrote; a range ("2-3") has two, and either end counts.</summary>
    private static IEnumerable<double> Numbers(string text)
    {
        for (var first = 0; first < text.Length; first++)
        {
            var end = first;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end > first && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            if (double.TryParse(text.AsSpan(first, end - first), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }

            first = Math.Max(first, end - 1);
        }
    }
}
