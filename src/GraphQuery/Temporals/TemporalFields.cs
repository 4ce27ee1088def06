using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Assembles days, times of day and zones from the map argument of a temporal function, based on the temporal it may contain
/// (<c>{date: d, day: 28}</c>). An unknown component is an error; an absent one reads as null.
/// </summary>
internal sealed class TemporalFields
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "date", "time", "datetime", "timezone", "epochSeconds", "epochMillis",
        "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
        "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
    };

    private readonly IReadOnlyDictionary<string, GraphValue> _map;

    /// <summary>Wraps a map; throws ArgumentError for a key that no temporal type has.</summary>
    public TemporalFields(IReadOnlyDictionary<string, GraphValue> map)
    {
        _map = map;
        if (map.Keys.FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
        {
            throw RuntimeFault.Argument("InvalidArgumentValue", $"No temporal has a component {unknown}.");
        }
    }

    /// <summary>Whether the map contains only a zone: the value is then the current time there.</summary>
    public bool IsZoneOnly => _map.Count == 1 && _map.ContainsKey("timezone");

    /// <summary>The temporal under <c>date</c>, <c>time</c> or <c>datetime</c>, or null.</summary>
    public GraphValue Base(string key) => _map.GetValueOrDefault(key);

    /// <summary>The zone under <c>timezone</c>, or null.</summary>
    public ZoneName? Zone() => _map.GetValueOrDefault("timezone") is { IsNull: false } zone
        ? ZoneName.Parse(zone.IsString ? zone.AsString() : throw RuntimeFault.InvalidArgumentType("timezone must be STRING."))
        : null;

    /// <summary>An integer component, or null.</summary>
    public long? Number(string key)
    {
        var value = _map.GetValueOrDefault(key);
        return value.IsNull ? null
            : value.IsInteger ? value.AsInteger()
            : throw RuntimeFault.InvalidArgumentType($"{key} must be INTEGER, not {TypeName.Of(value)}.");
    }

    /// <summary>The day that the map describes, by week, ordinal day, quarter or calendar date.</summary>
    /// <param name="from">The day that supplies components missing in the map; if null, the year is required.</param>
    public long Day(long? from)
    {
        if (Number("week") is not null || Number("dayOfWeek") is not null)
        {
            return DayByWeek(from);
        }

        var start = from is { } day ? Calendar.DateOf(day) : (CalendarDate?)null;
        var year = Year(start?.Year);
        if (Number("ordinalDay") is { } ordinal)
        {
            return Calendar.DayOfOrdinalDate(year, ordinal);
        }

        if (Number("quarter") is not null || Number("dayOfQuarter") is not null)
        {
            var quarter = Number("quarter") ?? start?.Quarter ?? throw Missing("quarter");
            return Calendar.DayOfQuarterDate(year, quarter, Number("dayOfQuarter") ?? (from is { } d ? Calendar.DayOfQuarter(d) : 1));
        }

        if (start is null && Number("month") is null && Number("day") is not null)
        {
            throw Missing("month");
        }

        return Calendar.Day(year, Number("month") ?? start?.Month ?? 1, Number("day") ?? start?.Day ?? 1);
    }

    /// <summary>The time of day that the map describes.</summary>
    /// <param name="from">The time that supplies components missing in the map; null for midnight.</param>
    /// <param name="addsFraction">
    /// Whether a finer component is added to the fraction of <paramref name="from"/>, as in truncation; if false, any component replaces the whole fraction.
    /// </param>
    public long Clock(long? from, bool addsFraction = false)
    {
        var start = from ?? 0;
        var second = start / Calendar.NanosecondsPerSecond;
        var hour = InRange("hour", 0, 23) ?? second / 3600;
        var minute = InRange("minute", 0, 59) ?? second / 60 % 60;
        var rest = InRange("second", 0, 59) ?? second % 60;
        return (((((hour * 60) + minute) * 60) + rest) * Calendar.NanosecondsPerSecond)
            + Fraction(start % Calendar.NanosecondsPerSecond, addsFraction);
    }

    private long DayByWeek(long? from)
    {
        var start = from is { } day ? Calendar.WeekOf(day) : ((long WeekYear, int Week)?)null;
        var week = Number("week") ?? start?.Week ?? throw Missing("week");
        return Calendar.DayOfWeekDate(
            Year(start?.WeekYear), week, Number("dayOfWeek") ?? (from is { } d ? Calendar.DayOfWeek(d) : 1));
    }

    private long Year(long? from) => Number("year") ?? from ?? throw Missing("year");

    private long Fraction(long from, bool addsFraction)
    {
        var millisecond = InRange("millisecond", 0, 999);
        var microsecond = InRange("microsecond", 0, millisecond is null && !addsFraction ? 999_999 : 999);
        var finest = microsecond is not null ? 999 : millisecond is not null ? 999_999 : 999_999_999;
        var nanosecond = InRange("nanosecond", 0, finest);
        var given = ((millisecond ?? 0) * 1_000_000) + ((microsecond ?? 0) * 1_000) + (nanosecond ?? 0);
        return millisecond is null && microsecond is null && nanosecond is null ? from : addsFraction ? from + given : given;
    }

    private long? InRange(string key, long least, long greatest)
    {
        var number = Number(key);
        if (number is { } value)
        {
            Calendar.Check(value, least, greatest, key);
        }

        return number;
    }

    private static Errors.CypherException Missing(string key) =>
        RuntimeFault.Argument("InvalidArgumentValue", $"{key} must be given.");
}
