using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Truncates temporals to a unit (<c>date.truncate('quarter', d, {day: 2})</c>) and then sets the components in the map. Unlike in construction,
/// <c>timezone</c> replaces the zone and keeps the local time, and a nanosecond is added to the milliseconds that were kept.
/// </summary>
public static class TemporalTruncation
{
    private static readonly Dictionary<string, long> ClockUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hour"] = 3600 * Calendar.NanosecondsPerSecond,
        ["minute"] = 60 * Calendar.NanosecondsPerSecond,
        ["second"] = Calendar.NanosecondsPerSecond,
        ["millisecond"] = 1_000_000,
        ["microsecond"] = 1_000,
    };

    /// <summary><c>date.truncate</c>.</summary>
    public static DateValue Date(string unit, GraphValue value, GraphValue map)
    {
        var fields = Fields(map);
        return ClockUnits.ContainsKey(unit)
            ? throw RuntimeFault.Argument("InvalidArgumentValue", $"A date cannot be truncated to the {unit}.")
            : new DateValue(fields.Day(Day(unit, TemporalReading.Of(value).NeedDay())));
    }

    /// <summary><c>localtime.truncate</c>.</summary>
    public static LocalTimeValue LocalTime(string unit, GraphValue value, GraphValue map) => new(Clock(unit, TemporalReading.Of(value).NeedClock(), Fields(map)));

    /// <summary><c>time.truncate</c>.</summary>
    public static TimeValue Time(string unit, GraphValue value, GraphValue map)
    {
        var fields = Fields(map);
        var clock = Clock(unit, TemporalReading.Of(value).NeedClock(), fields);
        var offset = fields.Zone() is { } zone ? zone.Name is null ? zone.OffsetSeconds : throw NamedZone()
            : value.Kind switch
            {
                GraphValueKind.Time => value.As<TimeValue>().OffsetSeconds,
                GraphValueKind.DateTime => value.As<DateTimeValue>().OffsetSeconds,
                _ => 0,
            };
        return new TimeValue(clock, offset);
    }

    /// <summary><c>localdatetime.truncate</c>.</summary>
    public static LocalDateTimeValue LocalDateTime(string unit, GraphValue value, GraphValue map)
    {
        var (day, clock) = DayAndClock(unit, TemporalReading.Of(value), Fields(map));
        return new LocalDateTimeValue(day, clock);
    }

    /// <summary><c>datetime.truncate</c>.</summary>
    public static DateTimeValue DateTime(string unit, GraphValue value, GraphValue map)
    {
        var fields = Fields(map);
        var reading = TemporalReading.Of(value);
        var (day, clock) = DayAndClock(unit, reading, fields);
        var zone = fields.Zone() ?? reading.Zone ?? ZoneName.Utc;
        return Zoned.FromLocal(day, clock, zone.Name is null ? zone.OffsetSeconds : null, zone.Name);
    }

    private static (long Day, long Clock) DayAndClock(string unit, TemporalReading reading, TemporalFields fields)
    {
        var isClockUnit = ClockUnits.ContainsKey(unit);
        var day = isClockUnit ? reading.NeedDay() : Day(unit, reading.NeedDay());
        var clock = isClockUnit ? Clock(unit, reading.Clock ?? 0, fields) : fields.Clock(0, addsFraction: true);
        return (fields.Day(day), clock);
    }

    private static long Day(string unit, long day)
    {
        var date = Calendar.DateOf(day);
        return unit.ToUpperInvariant() switch
        {
            "MILLENNIUM" => FirstOf(date.Year, 1000),
            "CENTURY" => FirstOf(date.Year, 100),
            "DECADE" => FirstOf(date.Year, 10),
            "YEAR" => FirstOf(date.Year, 1),
            "WEEKYEAR" => Calendar.DayOfWeekDate(Calendar.WeekOf(day).WeekYear, 1, 1),
            "QUARTER" => Calendar.Day(date.Year, (date.Quarter * 3) - 2, 1),
            "MONTH" => Calendar.Day(date.Year, date.Month, 1),
            "WEEK" => day - Calendar.DayOfWeek(day) + 1,
            "DAY" => day,
            _ => throw UnknownUnit(unit),
        };
    }

    private static long FirstOf(long year, long years) => Calendar.Day(Calendar.FloorDiv(year, years) * years, 1, 1);

    private static long Clock(string unit, long clock, TemporalFields fields)
    {
        if (unit.Equals("day", StringComparison.OrdinalIgnoreCase))
        {
            return fields.Clock(0, addsFraction: true);
        }

        var length = ClockUnits.TryGetValue(unit, out var nanoseconds) ? nanoseconds : throw UnknownUnit(unit);
        return fields.Clock(clock - (clock % length), addsFraction: true);
    }

    private static TemporalFields Fields(GraphValue map) =>
        new(map.IsNull ? new Dictionary<string, GraphValue>() : map.AsMap());

    private static Errors.CypherException UnknownUnit(string unit) =>
        RuntimeFault.Argument("InvalidArgumentValue", $"A temporal cannot be truncated to '{unit}'.");

    private static Errors.CypherException NamedZone() =>
        RuntimeFault.Argument("InvalidArgumentValue", "A time has an offset, not a named zone.");
}
