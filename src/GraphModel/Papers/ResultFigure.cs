using System.Globalization;

namespace Stemma.GraphModel.Papers;

/// <summary>Formats a reported number: <c>84%</c>, <c>31.2</c>, <c>5.4 x</c>, and a change with its sign: <c>+5.9%</c>, <c>-28%</c>.</summary>
public static class ResultFigure
{
    /// <summary>True if the number itself is a change, rather than a level with a change beside it.</summary>
    /// <param name="value">The number, without sign.</param>
    /// <param name="delta">The change that the text states, or null.</param>
    public static bool IsChange(double value, double? delta) => delta is { } change && Math.Abs(change) == value;

    /// <summary>The number with sign and unit.</summary>
    /// <param name="value">The number, without sign.</param>
    /// <param name="unit"><c>%</c>, <c>points</c>, <c>x</c> or null.</param>
    /// <param name="delta">The change that the text states, or null.</param>
    public static string Print(double value, string? unit, double? delta)
        => string.Create(CultureInfo.InvariantCulture, $"{(IsChange(value, delta) ? delta < 0 ? "-" : "+" : "")}{value}{(unit is null or "%" ? unit : " " + unit)}");
}
