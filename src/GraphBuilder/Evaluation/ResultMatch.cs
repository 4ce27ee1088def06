using System.Globalization;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>When a number is the one that a reader wrote: value and change stand for each other, since readers write both.</summary>
internal static class ResultMatch
{
    private const double Tolerance = 1e-9;

    /// <summary>True where the number equals the labelled value or change, signs aside.</summary>
    public static bool IsSameNumber(double value, LabelledResult label)
        => Is(label.Value, value) || Is(label.Delta, value);

    private static bool Is(string? text, double value)
    {
        var digits = new string((text ?? "").Where(sign => char.IsAsciiDigit(sign) || sign == '.').ToArray());
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number - Math.Abs(value)) < Tolerance;
    }
}
