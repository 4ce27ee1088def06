using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Adds durations to temporals: months first, then days, then seconds. A date adds the whole days in the seconds, a time of day wraps around, and a zoned
/// date and time adds months and days to the local date and seconds to the instant.
/// </summary>
public static class TemporalArithmetic
{
    /// <summary>Temporal + duration, duration + temporal, duration + duration; false for other operands.</summary>
    public static bool TryAdd(GraphValue left, GraphValue right, out GraphValue sum)
    {
        if (left.Kind == GraphValueKind.Duration && right.Kind != GraphValueKind.Duration)
        {
            (left, right) = (right, left);
        }

        sum = right.Kind == GraphValueKind.Duration ? AddChecked(left, right.As<DurationValue>()) : GraphValue.Null;
        return !sum.IsNull;
    }

    /// <summary>Temporal − duration, duration − duration; false for other operands.</summary>
    public static bool TrySubtract(GraphValue left, GraphValue right, out GraphValue difference)
    {
        difference = GraphValue.Null;
        if (right.Kind == GraphValueKind.Duration)
        {
            difference = left.Kind == GraphValueKind.Duration
                ? GraphValue.From(Durations.Subtract(left.As<DurationValue>(), right.As<DurationValue>()))
                : AddChecked(left, Durations.Negate(right.As<DurationValue>()));
        }

        return !difference.IsNull;
    }

    /// <summary>A zoned date and time plus a duration: months and days are added to the local date, seconds to the instant.</summary>
    public static DateTimeValue Add(DateTimeValue value, DurationValue duration)
    {
        var day = Calendar.CheckDay(checked(Calendar.AddMonths(value.EpochDay, duration.Months) + duration.Days));
        var moved = day == value.EpochDay ? value : Zoned.FromLocal(day, value.NanosecondOfDay, value.OffsetSeconds, value.Zone);
        var nanoseconds = moved.NanosecondOfSecond() + (long)duration.Nanoseconds;
        var second = checked(moved.EpochSecond() + duration.Seconds + (nanoseconds / Calendar.NanosecondsPerSecond));
        return Zoned.FromInstant(second, (int)(nanoseconds % Calendar.NanosecondsPerSecond), moved.OffsetSeconds, moved.Zone);
    }

    private static GraphValue AddChecked(GraphValue temporal, DurationValue duration)
    {
        try
        {
            return Add(temporal, duration);
        }
        catch (OverflowException)
        {
            throw RuntimeFault.Argument("NumberOutOfRange", "Adding the duration leaves the years that Cypher knows.");
        }
    }

    private static GraphValue Add(GraphValue temporal, DurationValue duration)
    {
        switch (temporal.Kind)
        {
            case GraphValueKind.Duration:
                return GraphValue.From(Durations.Add(temporal.As<DurationValue>(), duration));
            case GraphValueKind.Date:
                return GraphValue.From(Add(temporal.As<DateValue>(), duration));
            case GraphValueKind.LocalTime:
                return GraphValue.From(new LocalTimeValue(Wrap(temporal.As<LocalTimeValue>().NanosecondOfDay, duration)));
            case GraphValueKind.Time:
                var time = temporal.As<TimeValue>();
                return GraphValue.From(time with { NanosecondOfDay = Wrap(time.NanosecondOfDay, duration) });
            case GraphValueKind.LocalDateTime:
                return GraphValue.From(Add(temporal.As<LocalDateTimeValue>(), duration));
            case GraphValueKind.DateTime:
                return GraphValue.From(Add(temporal.As<DateTimeValue>(), duration));
            default:
                return GraphValue.Null;
        }
    }

    private static DateValue Add(DateValue value, DurationValue duration)
    {
        var seconds = duration.Seconds < 0 && duration.Nanoseconds > 0 ? duration.Seconds + 1 : duration.Seconds;
        var day = checked(Calendar.AddMonths(value.EpochDay, duration.Months) + duration.Days + (seconds / Calendar.SecondsPerDay));
        return new DateValue(Calendar.CheckDay(day));
    }

    private static LocalDateTimeValue Add(LocalDateTimeValue value, DurationValue duration)
    {
        var nanoseconds = value.NanosecondOfDay + (duration.Seconds % Calendar.SecondsPerDay * Calendar.NanosecondsPerSecond) + duration.Nanoseconds;
        var carried = Calendar.FloorDiv(nanoseconds, Calendar.NanosecondsPerDay);
        var day = checked(Calendar.AddMonths(value.EpochDay, duration.Months) + duration.Days + (duration.Seconds / Calendar.SecondsPerDay) + carried);
        return new LocalDateTimeValue(Calendar.CheckDay(day), nanoseconds - (carried * Calendar.NanosecondsPerDay));
    }

    private static long Wrap(long nanosecondOfDay, DurationValue duration) =>
        Calendar.FloorMod(
            nanosecondOfDay + (duration.Seconds % Calendar.SecondsPerDay * Calendar.NanosecondsPerSecond) + duration.Nanoseconds,
            Calendar.NanosecondsPerDay);
}
