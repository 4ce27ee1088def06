using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>The named components of temporals and durations: <c>date.weekYear</c>, <c>time.offsetMinutes</c>, <c>duration.monthsOfYear</c>.</summary>
public static class TemporalComponents
{
    /// <summary>A component by name; throws ArgumentError for a name that the type does not have.</summary>
    public static GraphValue Get(GraphValue value, string name)
    {
        try
        {
            return Find(value, name) is { IsNull: false } component
                ? component
                : throw RuntimeFault.Argument("InvalidArgumentValue", $"{TypeName.WithArticle(value)} has no component {name}.");
        }
        catch (OverflowException)
        {
            throw RuntimeFault.Overflow($"The component {name}");
        }
    }

    private static GraphValue Find(GraphValue value, string name) => value.Kind switch
    {
        GraphValueKind.Date => OfDate(value.As<DateValue>().EpochDay, name),
        GraphValueKind.LocalTime => OfTime(value.As<LocalTimeValue>().NanosecondOfDay, name),
        GraphValueKind.Time => OfTime(value.As<TimeValue>(), name),
        GraphValueKind.LocalDateTime => OfDateTime(value.As<LocalDateTimeValue>(), name),
        GraphValueKind.DateTime => OfDateTime(value.As<DateTimeValue>(), name),
        GraphValueKind.Duration => OfDuration(value.As<DurationValue>(), name),
        _ => GraphValue.Null,
    };

    private static GraphValue OfDate(long day, string name)
    {
        var date = Calendar.DateOf(day);
        return name switch
        {
            "year" => GraphValue.From(date.Year),
            "quarter" => GraphValue.From(date.Quarter),
            "month" => GraphValue.From(date.Month),
            "week" => GraphValue.From(Calendar.WeekOf(day).Week),
            "weekYear" => GraphValue.From(Calendar.WeekOf(day).WeekYear),
            "day" => GraphValue.From(date.Day),
            "ordinalDay" => GraphValue.From(Calendar.OrdinalDay(day)),
            "weekDay" or "dayOfWeek" => GraphValue.From(Calendar.DayOfWeek(day)),
            "dayOfQuarter" => GraphValue.From(Calendar.DayOfQuarter(day)),
            _ => GraphValue.Null,
        };
    }

    private static GraphValue OfTime(long nanosecondOfDay, string name)
    {
        var (second, nanosecond) = Math.DivRem(nanosecondOfDay, Calendar.NanosecondsPerSecond);
        return name switch
        {
            "hour" => GraphValue.From(second / 3600),
            "minute" => GraphValue.From(second / 60 % 60),
            "second" => GraphValue.From(second % 60),
            "millisecond" => GraphValue.From(nanosecond / 1_000_000),
            "microsecond" => GraphValue.From(nanosecond / 1_000),
            "nanosecond" => GraphValue.From(nanosecond),
            _ => GraphValue.Null,
        };
    }

    private static GraphValue OfTime(TimeValue value, string name)
    {
        var component = OfTime(value.NanosecondOfDay, name);
        return component.IsNull ? OfOffset(value.OffsetSeconds, null, name) : component;
    }

    private static GraphValue OfDateTime(LocalDateTimeValue value, string name)
    {
        var component = OfDate(value.EpochDay, name);
        return component.IsNull ? OfTime(value.NanosecondOfDay, name) : component;
    }

    private static GraphValue OfDateTime(DateTimeValue value, string name)
    {
        var component = OfDateTime(new LocalDateTimeValue(value.EpochDay, value.NanosecondOfDay), name);
        component = component.IsNull ? OfOffset(value.OffsetSeconds, value.Zone, name) : component;
        return !component.IsNull ? component : name switch
        {
            "epochSeconds" => GraphValue.From(value.EpochSecond()),
            "epochMillis" => GraphValue.From(checked(value.EpochSecond() * 1000) + (value.NanosecondOfSecond() / 1_000_000)),
            _ => GraphValue.Null,
        };
    }

    private static GraphValue OfOffset(int offsetSeconds, string? zone, string name) => name switch
    {
        "timezone" => GraphValue.From(zone ?? TemporalPrinter.Offset(offsetSeconds)),
        "offset" => GraphValue.From(TemporalPrinter.Offset(offsetSeconds)),
        "offsetMinutes" => GraphValue.From(offsetSeconds / 60),
        "offsetSeconds" => GraphValue.From(offsetSeconds),
        _ => GraphValue.Null,
    };

    private static GraphValue OfDuration(DurationValue value, string name)
    {
        var component = OfDurationDate(value, name);
        return component.IsNull ? OfDurationTime(value, name) : component;
    }

    private static GraphValue OfDurationDate(DurationValue value, string name) => name switch
    {
        "years" => GraphValue.From(value.Months / 12),
        "quarters" => GraphValue.From(value.Months / 3),
        "months" => GraphValue.From(value.Months),
        "weeks" => GraphValue.From(value.Days / 7),
        "days" => GraphValue.From(value.Days),
        "quartersOfYear" => GraphValue.From(value.Months / 3 % 4),
        "monthsOfQuarter" => GraphValue.From(value.Months % 3),
        "monthsOfYear" => GraphValue.From(value.Months % 12),
        "daysOfWeek" => GraphValue.From(value.Days % 7),
        _ => GraphValue.Null,
    };

    private static GraphValue OfDurationTime(DurationValue value, string name) => name switch
    {
        "hours" => GraphValue.From(value.Seconds / 3600),
        "minutes" => GraphValue.From(value.Seconds / 60),
        "seconds" => GraphValue.From(value.Seconds),
        "milliseconds" => GraphValue.From(checked(value.Seconds * 1_000) + (value.Nanoseconds / 1_000_000)),
        "microseconds" => GraphValue.From(checked(value.Seconds * 1_000_000) + (value.Nanoseconds / 1_000)),
        "nanoseconds" => GraphValue.From(checked(value.Seconds * Calendar.NanosecondsPerSecond) + value.Nanoseconds),
        "minutesOfHour" => GraphValue.From(value.Seconds / 60 % 60),
        "secondsOfMinute" => GraphValue.From(value.Seconds % 60),
        "millisecondsOfSecond" => GraphValue.From(value.Nanoseconds / 1_000_000),
        "microsecondsOfSecond" => GraphValue.From(value.Nanoseconds / 1_000),
        "nanosecondsOfSecond" => GraphValue.From(value.Nanoseconds),
        _ => GraphValue.Null,
    };
}
