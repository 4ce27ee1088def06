using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// The functions <c>date(x)</c>, <c>localtime(x)</c>, <c>time(x)</c>, <c>localdatetime(x)</c>, <c>datetime(x)</c> and <c>duration(x)</c>: a string is parsed,
/// another temporal is projected, a map is assembled. The zone comes from the map's <c>time</c> or <c>datetime</c>, never from its <c>date</c>; if the value
/// already has a zone, <c>timezone</c> converts it, keeping the instant.
/// </summary>
public static class TemporalConstruction
{
    private static readonly Dictionary<string, (char Part, decimal Factor)> DurationUnits = new(StringComparer.Ordinal)
    {
        ["years"] = ('M', 12), ["quarters"] = ('M', 3), ["months"] = ('M', 1), ["weeks"] = ('D', 7), ["days"] = ('D', 1),
        ["hours"] = ('S', 3600), ["minutes"] = ('S', 60), ["seconds"] = ('S', 1),
        ["milliseconds"] = ('S', 0.001m), ["microseconds"] = ('S', 0.000_001m), ["nanoseconds"] = ('S', 0.000_000_001m),
    };

    /// <summary>A date from a string, a temporal with a date, or a map.</summary>
    /// <param name="argument">Not null.</param>
    /// <param name="now">The current time, for a map that contains only a zone.</param>
    public static DateValue Date(GraphValue argument, DateTimeValue now)
    {
        if (argument.Kind != GraphValueKind.Map)
        {
            return argument.IsString ? TemporalParser.Date(argument.AsString()) : new DateValue(TemporalReading.Of(argument).NeedDay());
        }

        var fields = new TemporalFields(argument.AsMap());
        return fields.IsZoneOnly
            ? new DateValue(Zoned.In(now, fields.Zone() ?? ZoneName.Utc).EpochDay)
            : new DateValue(fields.Day(BaseOf(fields, "date", "datetime")?.NeedDay()));
    }

    /// <summary>A local time from a string, a temporal with a time, or a map.</summary>
    public static LocalTimeValue LocalTime(GraphValue argument, DateTimeValue now)
    {
        if (argument.Kind != GraphValueKind.Map)
        {
            return argument.IsString ? TemporalParser.LocalTime(argument.AsString()) : new LocalTimeValue(TemporalReading.Of(argument).NeedClock());
        }

        var fields = new TemporalFields(argument.AsMap());
        return fields.IsZoneOnly
            ? new LocalTimeValue(Zoned.In(now, fields.Zone() ?? ZoneName.Utc).NanosecondOfDay)
            : new LocalTimeValue(fields.Clock(BaseOf(fields, "time", "datetime")?.NeedClock()));
    }

    /// <summary>A time with offset from a string, a temporal with a time, or a map; UTC if no zone is given.</summary>
    public static TimeValue Time(GraphValue argument, DateTimeValue now)
    {
        if (argument.Kind != GraphValueKind.Map)
        {
            return argument.IsString ? TemporalParser.Time(argument.AsString()) : TimeOf(argument);
        }

        var fields = new TemporalFields(argument.AsMap());
        if (fields.IsZoneOnly)
        {
            return TimeOf(GraphValue.From(Zoned.In(now, fields.Zone() ?? ZoneName.Utc)));
        }

        var start = fields.Base("time") is { IsNull: false } time ? time : fields.Base("datetime");
        var from = start.IsNull ? null : TemporalReading.Of(start) is { Zone: not null } ? TimeOf(start) : null;
        var clock = fields.Clock(start.IsNull ? null : TemporalReading.Of(start).NeedClock());
        var offset = fields.Zone() is { } zone ? OffsetOf(zone, now) : from?.OffsetSeconds ?? 0;
        return new TimeValue(from is null ? clock : Shift(clock, offset - from.OffsetSeconds), offset);
    }

    /// <summary>A local date and time from a string, a temporal with a date, or a map.</summary>
    public static LocalDateTimeValue LocalDateTime(GraphValue argument, DateTimeValue now)
    {
        if (argument.Kind != GraphValueKind.Map)
        {
            return argument.IsString ? TemporalParser.LocalDateTime(argument.AsString()) : Local(TemporalReading.Of(argument));
        }

        var fields = new TemporalFields(argument.AsMap());
        if (fields.IsZoneOnly)
        {
            var there = Zoned.In(now, fields.Zone() ?? ZoneName.Utc);
            return new LocalDateTimeValue(there.EpochDay, there.NanosecondOfDay);
        }

        return new LocalDateTimeValue(
            fields.Day(BaseOf(fields, "date", "datetime")?.NeedDay()), fields.Clock(BaseOf(fields, "time", "datetime")?.NeedClock()));
    }

    /// <summary>A zoned date and time from a string, a temporal with a date, or a map; UTC if no zone is given.</summary>
    public static DateTimeValue DateTime(GraphValue argument, DateTimeValue now)
    {
        if (argument.IsString)
        {
            return TemporalParser.DateTime(argument.AsString());
        }

        if (argument.Kind != GraphValueKind.Map)
        {
            var reading = TemporalReading.Of(argument);
            return argument.Kind == GraphValueKind.DateTime
                ? argument.As<DateTimeValue>()
                : new DateTimeValue(reading.NeedDay(), reading.Clock ?? 0, 0, null);
        }

        var fields = new TemporalFields(argument.AsMap());
        return fields.IsZoneOnly ? Zoned.In(now, fields.Zone() ?? ZoneName.Utc) : Assemble(fields);
    }

    /// <summary>A duration from a string, another duration, or a map of units whose values may be fractional and negative.</summary>
    public static DurationValue Duration(GraphValue argument) => argument.Kind switch
    {
        GraphValueKind.Duration => argument.As<DurationValue>(),
        GraphValueKind.String => TemporalParser.Duration(argument.AsString()),
        _ => DurationOf(argument.AsMap()),
    };

    /// <summary>Seconds and nanoseconds since 1970-01-01T00:00Z as a UTC date and time.</summary>
    public static DateTimeValue FromEpoch(long seconds, long nanoseconds) =>
        Zoned.FromInstant(
            seconds + Calendar.FloorDiv(nanoseconds, Calendar.NanosecondsPerSecond), (int)Calendar.FloorMod(nanoseconds, Calendar.NanosecondsPerSecond), 0, null);

    private static DateTimeValue Assemble(TemporalFields fields)
    {
        if (fields.Number("epochSeconds") is { } seconds)
        {
            return Zoned.In(FromEpoch(seconds, fields.Number("nanosecond") ?? 0), fields.Zone() ?? ZoneName.Utc);
        }

        if (fields.Number("epochMillis") is { } millis)
        {
            return Zoned.In(FromEpoch(Calendar.FloorDiv(millis, 1000), Calendar.FloorMod(millis, 1000) * 1_000_000), fields.Zone() ?? ZoneName.Utc);
        }

        var time = BaseOf(fields, "time", "datetime");
        var day = fields.Day(BaseOf(fields, "date", "datetime")?.NeedDay());
        var clock = fields.Clock(time?.NeedClock());
        var asked = fields.Zone();
        var zone = time?.Zone ?? asked ?? ZoneName.Utc;
        var assembled = Zoned.FromLocal(day, clock, zone.Name is null ? zone.OffsetSeconds : null, zone.Name);
        return time?.Zone is not null && asked is { } other ? Zoned.In(assembled, other) : assembled;
    }

    private static TemporalReading? BaseOf(TemporalFields fields, string key, string otherKey) =>
        fields.Base(key) is { IsNull: false } value ? TemporalReading.Of(value)
        : fields.Base(otherKey) is { IsNull: false } other ? TemporalReading.Of(other)
        : null;

    private static LocalDateTimeValue Local(TemporalReading reading) => new(reading.NeedDay(), reading.Clock ?? 0);

    private static TimeValue TimeOf(GraphValue temporal) => temporal.Kind switch
    {
        GraphValueKind.Time => temporal.As<TimeValue>(),
        GraphValueKind.DateTime when temporal.As<DateTimeValue>() is var zoned => new TimeValue(zoned.NanosecondOfDay, zoned.OffsetSeconds),
        _ => new TimeValue(TemporalReading.Of(temporal).NeedClock(), 0),
    };

    private static int OffsetOf(ZoneName zone, DateTimeValue now) =>
        zone.Name is null ? zone.OffsetSeconds : ZoneRules.Of(zone.Name).AtInstant(now.EpochSecond());

    private static long Shift(long clock, int seconds) =>
        Calendar.FloorMod(clock + (seconds * Calendar.NanosecondsPerSecond), Calendar.NanosecondsPerDay);

    private static DurationValue DurationOf(IReadOnlyDictionary<string, GraphValue> map)
    {
        var (months, days, seconds) = (0m, 0m, 0m);
        foreach (var (unit, value) in map)
        {
            if (!DurationUnits.TryGetValue(unit, out var meaning))
            {
                throw RuntimeFault.Argument("InvalidArgumentValue", $"A duration has no unit {unit}.");
            }

            var amount = Amount(unit, value) * meaning.Factor;
            months += meaning.Part == 'M' ? amount : 0;
            days += meaning.Part == 'D' ? amount : 0;
            seconds += meaning.Part == 'S' ? amount : 0;
        }

        return Durations.Create(months, days, seconds);
    }

    private static decimal Amount(string unit, GraphValue value) =>
        value.IsInteger ? value.AsInteger()
        : value.IsFloat ? Durations.ToDecimal(value.AsFloat())
        : throw RuntimeFault.InvalidArgumentType($"{unit} must be a number, not {TypeName.Of(value)}.");
}
