using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>A common view of the temporal types: day, time of day and zone, each of which may be absent.</summary>
/// <param name="Day">Local epoch day, or null for a time of day.</param>
/// <param name="Clock">Local nanosecond of day, or null for a date.</param>
/// <param name="Zone">Zone, or null for a local value.</param>
internal readonly record struct TemporalReading(long? Day, long? Clock, ZoneName? Zone)
{
    /// <summary>Reads an instant of any type; throws TypeError for another value.</summary>
    public static TemporalReading Of(GraphValue value)
    {
        switch (value.Kind)
        {
            case GraphValueKind.Date:
                return new(value.As<DateValue>().EpochDay, null, null);
            case GraphValueKind.LocalTime:
                return new(null, value.As<LocalTimeValue>().NanosecondOfDay, null);
            case GraphValueKind.Time:
                var time = value.As<TimeValue>();
                return new(null, time.NanosecondOfDay, new ZoneName(null, time.OffsetSeconds));
            case GraphValueKind.LocalDateTime:
                var local = value.As<LocalDateTimeValue>();
                return new(local.EpochDay, local.NanosecondOfDay, null);
            case GraphValueKind.DateTime:
                var zoned = value.As<DateTimeValue>();
                return new(zoned.EpochDay, zoned.NanosecondOfDay, ZoneName.Of(zoned));
            default:
                throw RuntimeFault.InvalidArgumentType($"A date or time is wanted, not {TypeName.Of(value)}.");
        }
    }

    /// <summary>The day; throws ArgumentError if it is absent.</summary>
    public long NeedDay() => Day ?? throw RuntimeFault.Argument("InvalidArgumentValue", "A time of day has no date.");

    /// <summary>The time of day; throws ArgumentError if it is absent.</summary>
    public long NeedClock() => Clock ?? throw RuntimeFault.Argument("InvalidArgumentValue", "A date has no time of day.");
}
