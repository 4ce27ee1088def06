using System.Globalization;
using Stemma.GraphBuilder.Extraction.Findings;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Compares numbers with labelled results. Value and change are interchangeable, because annotators use either.</summary>
internal static class ResultMatch
{
    private const double Tolerance = 1e-9;

    /// <summary>True if the number equals the labelled value or change, ignoring signs.</summary>
    public static bool IsSameNumber(double value, LabelledResult label)
        => Is(label.Value, value) || Is(label.Delta, value);

    /// <summary>The kind of a number according to the label that contains it: a gain or loss if it equals the labelled change, else a level.</summary>
    public static NumberKind KindOf(double value, LabelledResult label)
        => !Is(label.Delta, value) ? NumberKind.Level : label.Delta!.StartsWith('-') ? NumberKind.Loss : NumberKind.Gain;

    private static bool Is(string? text, double value) => text is not null && Numbers(text).Any(number => Math.Abs(number - Math.Abs(value)) < Tolerance);

    /// <summary>The numbers in an annotator's text; a range ("2-3") has two, and either matches.</summary>
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
