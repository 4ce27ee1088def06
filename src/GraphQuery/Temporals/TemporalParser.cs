using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Parses temporals from ISO 8601 text in the basic and extended forms that Cypher supports: calendar, week, quarter and ordinal dates, times down to
/// nanoseconds, offsets down to seconds, named zones in brackets. Throws ArgumentError for other text.
/// </summary>
public static partial class TemporalParser
{
    /// <summary>Parses a date: <c>2015-07-21</c>, <c>20150721</c>, <c>2015-W30-2</c>, <c>2015-Q2-60</c>, <c>2015-202</c>, <c>2015-07</c>, <c>2015</c>.</summary>
    public static DateValue Date(string text) => new(Day(text, text));

    /// <summary>Parses a time of day: <c>21:40:32.142</c>, <c>214032</c>, <c>21</c>.</summary>
    public static LocalTimeValue LocalTime(string text) => new(Clock(text, text));

    /// <summary>Parses a time of day with offset; UTC if it is absent.</summary>
    public static TimeValue Time(string text)
    {
        var (clock, offset, zone) = SplitZone(text);
        return zone is null ? new TimeValue(Clock(clock, text), offset ?? 0) : throw Malformed("a time", text);
    }

    /// <summary>Parses a date and time; midnight if the time is absent.</summary>
    public static LocalDateTimeValue LocalDateTime(string text)
    {
        var (day, clock) = SplitDay(text, text);
        return new LocalDateTimeValue(day, clock.Length == 0 ? 0 : Clock(clock, text));
    }

    /// <summary>Parses a date and time with offset, named zone or both; UTC if both are absent.</summary>
    public static DateTimeValue DateTime(string text)
    {
        var (day, rest) = SplitDay(text, text);
        var (clock, offset, zone) = SplitZone(rest);
        if (offset is null && zone is not null && TryOffset(zone, out var bracketed))
        {
            (offset, zone) = (bracketed, null);
        }

        var nanosecond = clock.Length == 0 ? 0 : Clock(clock, text);
        if (zone is not null && offset is { } given
            && !ZoneRules.Of(zone).IsValid((day * Calendar.SecondsPerDay) + (nanosecond / Calendar.NanosecondsPerSecond), given))
        {
            throw RuntimeFault.Argument("InvalidArgumentValue", $"The clocks of {zone} do not show '{text}' at that offset.");
        }

        return Zoned.FromLocal(day, nanosecond, offset, zone);
    }

    /// <summary>Parses a duration: <c>P1Y2M3W4DT5H6M7.8S</c> with fractions and signs on any part, or <c>P2012-02-02T14:37:21.545</c>.</summary>
    public static DurationValue Duration(string text)
    {
        if (DurationUnits().Match(text) is { Success: true } units && text[^1] is not ('P' or 'T'))
        {
            var sign = units.Groups["sign"].Value == "-" ? -1 : 1;
            decimal Part(string name) => units.Groups[name].Success ? sign * Number(units.Groups[name].Value, text) : 0;
            return Durations.Create(
                (Part("y") * 12) + Part("mo"), (Part("w") * 7) + Part("d"), (Part("h") * 3600) + (Part("mi") * 60) + Part("s"));
        }

        if (DurationDate().Match(text) is { Success: true } date)
        {
            decimal Part(string name) => date.Groups[name].Success ? Number(date.Groups[name].Value, text) : 0;
            return Durations.Create((Part("y") * 12) + Part("mo"), Part("d"), (Part("h") * 3600) + (Part("mi") * 60) + Part("s"));
        }

        throw Malformed("a duration", text);
    }

    /// <summary>Parses <c>Z</c>, <c>+01</c>, <c>+0100</c>, <c>+01:00</c>, <c>+02:05:59</c> within 18 hours; returns false for other text.</summary>
    public static bool TryOffset(string text, out int offsetSeconds)
    {
        offsetSeconds = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (OffsetForm().Match(text) is not { Success: true } match)
        {
            return false;
        }

        offsetSeconds = ((int)Whole(match, "h") * 3600) + ((int)Whole(match, "m") * 60) + (int)Whole(match, "s");
        offsetSeconds *= text[0] == '-' ? -1 : 1;
        return Math.Abs(offsetSeconds) <= 18 * 3600;
    }

    private static long Day(string date, string text)
    {
        if (DateForm().Match(date) is not { Success: true } match)
        {
            throw Malformed("a date", text);
        }

        var year = long.Parse(match.Groups["y"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return match.Groups["w"].Success ? Calendar.DayOfWeekDate(year, Whole(match, "w"), Whole(match, "wd", 1))
            : match.Groups["q"].Success ? Calendar.DayOfQuarterDate(year, Whole(match, "q"), Whole(match, "qd", 1))
            : match.Groups["o"].Success ? Calendar.DayOfOrdinalDate(year, Whole(match, "o"))
            : Calendar.Day(year, Whole(match, "m", 1), Whole(match, "d", 1));
    }

    private static long Clock(string clock, string text)
    {
        if (ClockForm().Match(clock) is not { Success: true } match)
        {
            throw Malformed("a time", text);
        }

        Calendar.Check(Whole(match, "h"), 0, 23, "hour");
        Calendar.Check(Whole(match, "m"), 0, 59, "minute");
        Calendar.Check(Whole(match, "s"), 0, 59, "second");
        var second = (Whole(match, "h") * 3600) + (Whole(match, "m") * 60) + Whole(match, "s");
        var fraction = match.Groups["f"].Success ? long.Parse(match.Groups["f"].Value.PadRight(9, '0'), CultureInfo.InvariantCulture) : 0;
        return (second * Calendar.NanosecondsPerSecond) + fraction;
    }

    private static (long Day, string Clock) SplitDay(string date, string text)
    {
        var split = date.IndexOf('T', StringComparison.Ordinal);
        return split < 0 ? (Day(date, text), "") : (Day(date[..split], text), date[(split + 1)..]);
    }

    private static (string Clock, int? Offset, string? Zone) SplitZone(string text)
    {
        string? zone = null;
        if (text.EndsWith(']') && text.IndexOf('[', StringComparison.Ordinal) is var bracket and >= 0)
        {
            zone = text[(bracket + 1)..^1];
            text = text[..bracket];
        }

        var split = text.AsSpan().IndexOfAny("Zz+-");
        if (split < 0)
        {
            return (text, null, zone);
        }

        return TryOffset(text[split..], out var offset) ? (text[..split], offset, zone) : throw Malformed("an offset", text[split..]);
    }

    private static long Whole(Match match, string group, long absent = 0) =>
        match.Groups[group].Success ? long.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture) : absent;

    private static decimal Number(string digits, string text) =>
        decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed("a duration", text);

    private static Errors.CypherException Malformed(string wanted, string text) =>
        RuntimeFault.Argument("InvalidArgumentValue", $"'{text}' cannot be read as {wanted}.");

    [GeneratedRegex(@"^(?<y>[0-9]{4}|[+-][0-9]{1,9})(?:-W(?<w>[0-9][0-9])(?:-(?<wd>[0-9]))?|-Q(?<q>[0-9])(?:-(?<qd>[0-9][0-9]?))?|-(?<o>[0-9]{3})|-(?<m>[0-9][0-9])(?:-(?<d>[0-9][0-9]))?)?\z"
        + @"|^(?<y>[0-9]{4})(?:W(?<w>[0-9][0-9])(?<wd>[0-9])?|Q(?<q>[0-9])(?<qd>[0-9][0-9])?|(?<o>[0-9]{3})|(?<m>[0-9][0-9])(?<d>[0-9][0-9])?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<h>[0-9][0-9])(?::(?<m>[0-9][0-9])(?::(?<s>[0-9][0-9])(?:[.,](?<f>[0-9]{1,9}))?)?|(?<m>[0-9][0-9])(?:(?<s>[0-9][0-9])(?:[.,](?<f>[0-9]{1,9}))?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClockForm();

    [GeneratedRegex(@"^[+-](?<h>[0-9][0-9])(?::?(?<m>[0-5][0-9])(?::?(?<s>[0-5][0-9]))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetForm();

    [GeneratedRegex(@"^(?<sign>[+-])?P(?:(?<y>[+-]?[0-9]+(?:[.,][0-9]+)?)Y)?(?:(?<mo>[+-]?[0-9]+(?:[.,][0-9]+)?)M)?(?:(?<w>[+-]?[0-9]+(?:[.,][0-9]+)?)W)?(?:(?<d>[+-]?[0-9]+(?:[.,][0-9]+)?)D)?"
        + @"(?:T(?:(?<h>[+-]?[0-9]+(?:[.,][0-9]+)?)H)?(?:(?<mi>[+-]?[0-9]+(?:[.,][0-9]+)?)M)?(?:(?<s>[+-]?[0-9]+(?:[.,][0-9]+)?)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationUnits();

    [GeneratedRegex(@"^P(?<y>[0-9]{4})-(?<mo>[0-9][0-9])-(?<d>[0-9][0-9])T(?<h>[0-9][0-9]):(?<mi>[0-9][0-9]):(?<s>[0-9][0-9](?:[.,][0-9]{1,9})?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationDate();
}
