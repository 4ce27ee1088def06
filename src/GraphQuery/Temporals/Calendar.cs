using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// The proleptic Gregorian calendar on days since 1970-01-01, for years −999,999,999 to 999,999,999; ISO 8601 weeks and quarters.
/// Day arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
/// </summary>
public static class Calendar
{
    /// <summary>Seconds of a day.</summary>
    public const long SecondsPerDay = 86_400;

    /// <summary>Nanoseconds of a second.</summary>
    public const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Nanoseconds of a day.</summary>
    public const long NanosecondsPerDay = SecondsPerDay * NanosecondsPerSecond;

    /// <summary>The last year; the first is its negative.</summary>
    public const long MaxYear = 999_999_999;

    private const int DaysPerEra = 146_097;

    /// <summary>The day of a date; throws ArgumentError if a part is out of range.</summary>
    public static long Day(long year, long month, long day)
    {
        CheckYear(year);
        Check(month, 1, 12, "month");
        Check(day, 1, DaysInMonth(year, (int)month), "day");
        return DayUnchecked(year, (int)month, (int)day);
    }

    /// <summary>The date of a day.</summary>
    public static CalendarDate DateOf(long epochDay)
    {
        var shifted = epochDay + 719_468;
        var era = Math.DivRem(shifted >= 0 ? shifted : shifted - (DaysPerEra - 1), DaysPerEra).Quotient;
        var dayOfEra = shifted - (era * DaysPerEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1);
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return new CalendarDate(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>The day of an ISO week date; throws ArgumentError if a part is out of range.</summary>
    public static long DayOfWeekDate(long weekYear, long week, long dayOfWeek)
    {
        CheckYear(weekYear);
        Check(week, 1, WeeksInYear(weekYear), "week");
        Check(dayOfWeek, 1, 7, "dayOfWeek");
        return FirstWeekDay(weekYear) + ((week - 1) * 7) + dayOfWeek - 1;
    }

    /// <summary>The day of an ordinal date; throws ArgumentError if a part is out of range.</summary>
    public static long DayOfOrdinalDate(long year, long ordinalDay)
    {
        CheckYear(year);
        Check(ordinalDay, 1, IsLeap(year) ? 366 : 365, "ordinalDay");
        return DayUnchecked(year, 1, 1) + ordinalDay - 1;
    }

    /// <summary>The day of a date by quarter; throws ArgumentError if a part is out of range.</summary>
    public static long DayOfQuarterDate(long year, long quarter, long dayOfQuarter)
    {
        CheckYear(year);
        Check(quarter, 1, 4, "quarter");
        var first = DayUnchecked(year, (int)(quarter * 3) - 2, 1);
        var next = quarter == 4 ? DayUnchecked(year + 1, 1, 1) : DayUnchecked(year, (int)(quarter * 3) + 1, 1);
        Check(dayOfQuarter, 1, next - first, "dayOfQuarter");
        return first + dayOfQuarter - 1;
    }

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int DayOfWeek(long epochDay) => (int)FloorMod(epochDay + 3, 7) + 1;

    /// <summary>ISO week and the year it belongs to.</summary>
    public static (long WeekYear, int Week) WeekOf(long epochDay)
    {
        var thursday = epochDay - DayOfWeek(epochDay) + 4;
        var year = DateOf(thursday).Year;
        return (year, (int)((thursday - DayUnchecked(year, 1, 1)) / 7) + 1);
    }

    /// <summary>First of January is 1.</summary>
    public static int OrdinalDay(long epochDay) => (int)(epochDay - DayUnchecked(DateOf(epochDay).Year, 1, 1)) + 1;

    /// <summary>First day of the quarter is 1.</summary>
    public static int DayOfQuarter(long epochDay)
    {
        var date = DateOf(epochDay);
        return (int)(epochDay - DayUnchecked(date.Year, (date.Quarter * 3) - 2, 1)) + 1;
    }

    /// <summary>Adds months; a day beyond the month's end becomes its last day.</summary>
    public static long AddMonths(long epochDay, long months)
    {
        if (months == 0)
        {
            return epochDay;
        }

        var date = DateOf(epochDay);
        var total = checked((date.Year * 12) + date.Month - 1 + months);
        var year = FloorDiv(total, 12);
        CheckYear(year);
        var month = (int)FloorMod(total, 12) + 1;
        return DayUnchecked(year, month, Math.Min(date.Day, DaysInMonth(year, month)));
    }

    /// <summary>Throws ArgumentError for a day outside the supported years; otherwise returns it.</summary>
    public static long CheckDay(long epochDay)
    {
        const long Beyond = MaxYear * 366;
        CheckYear(epochDay is < -Beyond or > Beyond ? MaxYear + 1 : DateOf(epochDay).Year);
        return epochDay;
    }

    /// <summary>Quotient toward negative infinity.</summary>
    public static long FloorDiv(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    /// <summary>Remainder with the sign of the divisor.</summary>
    public static long FloorMod(long value, long divisor) => ((value % divisor) + divisor) % divisor;

    /// <summary>Throws ArgumentError if a component is out of range.</summary>
    internal static void Check(long value, long least, long greatest, string component)
    {
        if (value < least || value > greatest)
        {
            throw RuntimeFault.Argument("NumberOutOfRange", $"{component} must be {least} to {greatest}, not {value}.");
        }
    }

    private static void CheckYear(long year) => Check(year, -MaxYear, MaxYear, "year");

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long FirstWeekDay(long weekYear)
    {
        var fourth = DayUnchecked(weekYear, 1, 4);
        return fourth - DayOfWeek(fourth) + 1;
    }

    private static long WeeksInYear(long weekYear) => (FirstWeekDay(weekYear + 1) - FirstWeekDay(weekYear)) / 7;

    private static long DayUnchecked(long year, int month, int day)
    {
        var shiftedYear = month <= 2 ? year - 1 : year;
        var era = FloorDiv(shiftedYear, 400);
        var yearOfEra = shiftedYear - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - 719_468;
    }
}
