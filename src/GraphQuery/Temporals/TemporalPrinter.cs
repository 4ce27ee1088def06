using System.Globalization;
using System.Text;
using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Prints temporals in ISO 8601 as Cypher does: seconds and fractions only if they are not zero, offset zero as Z, named zones in brackets,
/// signed years beyond four digits.
/// </summary>
public static class TemporalPrinter
{
    /// <summary>Any temporal or duration; throws for other values.</summary>
    public static string Print(GraphValue value) => value.Kind switch
    {
        GraphValueKind.Date => Print(value.As<DateValue>()),
        GraphValueKind.LocalTime => Print(value.As<LocalTimeValue>()),
        GraphValueKind.Time => Print(value.As<TimeValue>()),
        GraphValueKind.LocalDateTime => Print(value.As<LocalDateTimeValue>()),
        GraphValueKind.DateTime => Print(value.As<DateTimeValue>()),
        GraphValueKind.Duration => Print(value.As<DurationValue>()),
        _ => throw new InvalidOperationException($"A {value.Kind} is no temporal."),
    };

    /// <summary><c>2015-07-21</c>.</summary>
    public static string Print(DateValue value) => Date(value.EpochDay);

    /// <summary><c>21:40:32.142</c>.</summary>
    public static string Print(LocalTimeValue value) => Time(value.NanosecondOfDay);

    /// <summary><c>21:40+01:00</c>.</summary>
    public static string Print(TimeValue value) => Time(value.NanosecondOfDay) + Offset(value.OffsetSeconds);

    /// <summary><c>2015-07-21T21:40</c>.</summary>
    public static string Print(LocalDateTimeValue value) => $"{Date(value.EpochDay)}T{Time(value.NanosecondOfDay)}";

    /// <summary><c>2015-07-21T21:40+02:00[Europe/Stockholm]</c>.</summary>
    public static string Print(DateTimeValue value) =>
        $"{Date(value.EpochDay)}T{Time(value.NanosecondOfDay)}{Offset(value.OffsetSeconds)}{(value.Zone is null ? "" : $"[{value.Zone}]")}";

    /// <summary><c>P1Y2M3DT4H5M6.007S</c>; <c>PT0S</c> if empty; each part has its own sign.</summary>
    public static string Print(DurationValue value)
    {
        var text = new StringBuilder("P");
        Part(text, value.Months / 12, 'Y');
        Part(text, value.Months % 12, 'M');
        Part(text, value.Days, 'D');
        if (value.Seconds != 0 || value.Nanoseconds != 0)
        {
            text.Append('T');
            AppendClock(text, value.Seconds, value.Nanoseconds);
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    /// <summary><c>Z</c>, <c>+01:00</c>, <c>-02:05:07</c>.</summary>
    public static string Offset(int offsetSeconds)
    {
        if (offsetSeconds == 0)
        {
            return "Z";
        }

        var magnitude = Math.Abs(offsetSeconds);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{(offsetSeconds < 0 ? '-' : '+')}{magnitude / 3600:00}:{magnitude / 60 % 60:00}");
        return magnitude % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{magnitude % 60:00}");
    }

    private static string Date(long epochDay)
    {
        var date = Calendar.DateOf(epochDay);
        var sign = date.Year < 0 ? "-" : date.Year > 9999 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");
    }

    private static string Time(long nanosecondOfDay)
    {
        var (seconds, nanoseconds) = Math.DivRem(nanosecondOfDay, Calendar.NanosecondsPerSecond);
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return seconds % 60 == 0 && nanoseconds == 0
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}:{seconds % 60:00}{Fraction(nanoseconds)}");
    }

    private static string Fraction(long nanoseconds) =>
        nanoseconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{nanoseconds:000000000}").TrimEnd('0');

    private static void AppendClock(StringBuilder text, long seconds, long nanoseconds)
    {
        if (seconds < 0 && nanoseconds > 0)
        {
            seconds++;
            nanoseconds -= Calendar.NanosecondsPerSecond;
        }

        Part(text, seconds / 3600, 'H');
        Part(text, seconds / 60 % 60, 'M');
        var rest = seconds % 60;
        if (rest != 0 || nanoseconds != 0)
        {
            text.Append(rest < 0 || nanoseconds < 0 ? "-" : "");
            text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(rest)}{Fraction(Math.Abs(nanoseconds))}S");
        }
    }

    private static void Part(StringBuilder text, long value, char unit)
    {
        if (value != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value}{unit}");
        }
    }
}
