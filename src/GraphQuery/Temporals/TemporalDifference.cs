using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Durations between two temporals. A date or zone that one operand lacks is taken from the other;
/// a missing time is midnight. Unless both operands have a date, there are no months and days.
/// </summary>
public static class TemporalDifference
{
    /// <summary><c>duration.between</c>: whole months, then whole days, then the rest.</summary>
    public static DurationValue Between(GraphValue from, GraphValue to)
    {
        var (start, end, dated) = Align(from, to);
        if (!dated)
        {
            return Seconds(start, end);
        }

        var months = Months(start, end);
        var afterMonths = TemporalArithmetic.Add(start, new DurationValue(months, 0, 0, 0));
        var days = Days(afterMonths, end);
        var afterDays = TemporalArithmetic.Add(afterMonths, new DurationValue(0, days, 0, 0));
        return Seconds(afterDays, end) with { Months = months, Days = days };
    }

    /// <summary><c>duration.inMonths</c>.</summary>
    public static DurationValue InMonths(GraphValue from, GraphValue to)
    {
        var (start, end, dated) = Align(from, to);
        return dated ? new DurationValue(Months(start, end), 0, 0, 0) : Durations.Zero;
    }

    /// <summary><c>duration.inDays</c>.</summary>
    public static DurationValue InDays(GraphValue from, GraphValue to)
    {
        var (start, end, dated) = Align(from, to);
        return dated ? new DurationValue(0, Days(start, end), 0, 0) : Durations.Zero;
    }

    /// <summary><c>duration.inSeconds</c>.</summary>
    public static DurationValue InSeconds(GraphValue from, GraphValue to)
    {
        var (start, end, _) = Align(from, to);
        return Seconds(start, end);
    }

    /// <summary>Both operands as zoned dates and times in the zone of the first, and whether both had their own date.</summary>
    private static (DateTimeValue Start, DateTimeValue End, bool Dated) Align(GraphValue from, GraphValue to)
    {
        var (left, right) = (TemporalReading.Of(from), TemporalReading.Of(to));
        var start = Place(left, right);
        var end = Zoned.In(Place(right, left), ZoneName.Of(start));
        return (start, end, left.Day is not null && right.Day is not null);
    }

    private static DateTimeValue Place(TemporalReading own, TemporalReading other)
    {
        var zone = own.Zone ?? other.Zone ?? ZoneName.Utc;
        return Zoned.FromLocal(own.Day ?? other.Day ?? 0, own.Clock ?? 0, zone.Name is null ? zone.OffsetSeconds : null, zone.Name);
    }

    private static long Months(DateTimeValue start, DateTimeValue end)
    {
        var (a, b) = (Calendar.DateOf(start.EpochDay), Calendar.DateOf(WholeDays(start, end)));
        var difference = (((b.Year - a.Year) * 12) + b.Month - a.Month) * 32;
        return (difference + b.Day - a.Day) / 32;
    }

    private static long Days(DateTimeValue start, DateTimeValue end) => WholeDays(start, end) - start.EpochDay;

    /// <summary>The end's day, moved one day towards the start if the last day is incomplete.</summary>
    private static long WholeDays(DateTimeValue start, DateTimeValue end) =>
        end.EpochDay > start.EpochDay && end.NanosecondOfDay < start.NanosecondOfDay ? end.EpochDay - 1
        : end.EpochDay < start.EpochDay && end.NanosecondOfDay > start.NanosecondOfDay ? end.EpochDay + 1
        : end.EpochDay;

    private static DurationValue Seconds(DateTimeValue start, DateTimeValue end) =>
        Durations.OfSeconds(end.EpochSecond() - start.EpochSecond(), end.NanosecondOfSecond() - start.NanosecondOfSecond());
}
