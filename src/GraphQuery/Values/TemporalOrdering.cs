using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;

namespace Stemma.GraphQuery.Values;

/// <summary>Orders temporals of one kind: instants by time, then by offset and zone; durations by average length.</summary>
internal static class TemporalOrdering
{
    /// <summary>Negative, zero or positive; zero only for structurally equal values. Both values are temporals of one kind.</summary>
    public static int Compare(GraphValue left, GraphValue right) => left.Kind switch
    {
        GraphValueKind.Date => left.As<DateValue>().EpochDay.CompareTo(right.As<DateValue>().EpochDay),
        GraphValueKind.LocalTime => left.As<LocalTimeValue>().NanosecondOfDay.CompareTo(right.As<LocalTimeValue>().NanosecondOfDay),
        GraphValueKind.Time => Compare(left.As<TimeValue>(), right.As<TimeValue>()),
        GraphValueKind.LocalDateTime => Compare(left.As<LocalDateTimeValue>(), right.As<LocalDateTimeValue>()),
        GraphValueKind.DateTime => Compare(left.As<DateTimeValue>(), right.As<DateTimeValue>()),
        GraphValueKind.Duration => Compare(left.As<DurationValue>(), right.As<DurationValue>()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int Compare(TimeValue left, TimeValue right)
    {
        var instants = UtcNanoseconds(left).CompareTo(UtcNanoseconds(right));
        return instants != 0 ? instants : left.OffsetSeconds.CompareTo(right.OffsetSeconds);
    }

    private static long UtcNanoseconds(TimeValue time) => time.NanosecondOfDay - (time.OffsetSeconds * Calendar.NanosecondsPerSecond);

    private static int Compare(LocalDateTimeValue left, LocalDateTimeValue right)
    {
        var days = left.EpochDay.CompareTo(right.EpochDay);
        return days != 0 ? days : left.NanosecondOfDay.CompareTo(right.NanosecondOfDay);
    }

    private static int Compare(DateTimeValue left, DateTimeValue right)
    {
        var order = left.EpochSecond().CompareTo(right.EpochSecond());
        order = order != 0 ? order : left.NanosecondOfSecond().CompareTo(right.NanosecondOfSecond());
        order = order != 0 ? order : left.OffsetSeconds.CompareTo(right.OffsetSeconds);
        return order != 0 ? order : string.CompareOrdinal(left.Zone, right.Zone);
    }

    private static int Compare(DurationValue left, DurationValue right)
    {
        var order = Durations.AverageSeconds(left).CompareTo(Durations.AverageSeconds(right));
        order = order != 0 ? order : left.Nanoseconds.CompareTo(right.Nanoseconds);
        order = order != 0 ? order : left.Months.CompareTo(right.Months);
        return order != 0 ? order : left.Days.CompareTo(right.Days);
    }
}
