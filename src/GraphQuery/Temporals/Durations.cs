using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Arithmetic of durations. A fraction of a month is carried into days by the average Gregorian month of 30.436875 days (2,629,746 s), a fraction of a day
/// into seconds; whole units are never carried (openCypher 9, temporal types CIP2015-08-06).
/// </summary>
public static class Durations
{
    private const decimal SecondsPerMonth = 2_629_746m;
    private const decimal DaysPerMonth = SecondsPerMonth / 86_400m;

    /// <summary>The empty duration.</summary>
    public static DurationValue Zero { get; } = new(0, 0, 0, 0);

    /// <summary>Creates a duration from fractional parts, carrying each fraction into the next smaller unit; throws ArgumentError beyond 64 bits.</summary>
    public static DurationValue Create(decimal months, decimal days, decimal seconds)
    {
        try
        {
            var wholeMonths = decimal.Truncate(months);
            days += (months - wholeMonths) * DaysPerMonth;
            var wholeDays = decimal.Truncate(days);
            seconds += (days - wholeDays) * Calendar.SecondsPerDay;
            var nanoseconds = decimal.Truncate(seconds * Calendar.NanosecondsPerSecond);
            var wholeSeconds = decimal.Floor(nanoseconds / Calendar.NanosecondsPerSecond);
            return new DurationValue(
                (long)wholeMonths, (long)wholeDays, (long)wholeSeconds, (int)(nanoseconds - (wholeSeconds * Calendar.NanosecondsPerSecond)));
        }
        catch (OverflowException)
        {
            throw OutOfRange();
        }
    }

    /// <summary>Creates a duration from seconds and nanoseconds of any sign; throws ArgumentError beyond 64 bits.</summary>
    public static DurationValue OfSeconds(long seconds, long nanoseconds)
    {
        var carried = Calendar.FloorDiv(nanoseconds, Calendar.NanosecondsPerSecond);
        var sum = (Int128)seconds + carried;
        return sum >= long.MinValue && sum <= long.MaxValue
            ? new DurationValue(0, 0, (long)sum, (int)(nanoseconds - (carried * Calendar.NanosecondsPerSecond)))
            : throw OutOfRange();
    }

    /// <summary>Adds component by component.</summary>
    public static DurationValue Add(DurationValue left, DurationValue right) => Combine(left, right, 1);

    /// <summary>Subtracts component by component.</summary>
    public static DurationValue Subtract(DurationValue left, DurationValue right) => Combine(left, right, -1);

    /// <summary>Negates every component.</summary>
    public static DurationValue Negate(DurationValue value) => Combine(Zero, value, -1);

    /// <summary>Multiplies every component, carrying fractions.</summary>
    public static DurationValue Scale(DurationValue value, double factor) => Apply(value, factor, static (part, by) => part * by);

    /// <summary>Divides every component, carrying fractions.</summary>
    public static DurationValue Divide(DurationValue value, double divisor) =>
        divisor == 0
            ? throw RuntimeFault.Argument("DivisionByZero", "A duration cannot be divided by zero.")
            : Apply(value, divisor, static (part, by) => part / by);

    /// <summary>Length in seconds without the nanoseconds, with months and days of average length: the sort key of durations.</summary>
    public static decimal AverageSeconds(DurationValue value) =>
        (value.Months * SecondsPerMonth) + ((decimal)value.Days * Calendar.SecondsPerDay) + value.Seconds;

    /// <summary>A double as a decimal; throws ArgumentError if it is not finite or out of the range of durations.</summary>
    internal static decimal ToDecimal(double value) => double.IsFinite(value) && Math.Abs(value) < 1e19 ? (decimal)value : throw OutOfRange();

    private static DurationValue Apply(DurationValue value, double by, Func<decimal, decimal, decimal> operate)
    {
        var operand = ToDecimal(by);
        try
        {
            var seconds = value.Seconds + ((decimal)value.Nanoseconds / Calendar.NanosecondsPerSecond);
            return Create(operate(value.Months, operand), operate(value.Days, operand), operate(seconds, operand));
        }
        catch (Exception fault) when (fault is OverflowException or DivideByZeroException)
        {
            throw OutOfRange();
        }
    }

    private static DurationValue Combine(DurationValue left, DurationValue right, int sign)
    {
        try
        {
            checked
            {
                var time = OfSeconds(left.Seconds + (sign * right.Seconds), left.Nanoseconds + (sign * (long)right.Nanoseconds));
                return time with { Months = left.Months + (sign * right.Months), Days = left.Days + (sign * right.Days) };
            }
        }
        catch (OverflowException)
        {
            throw OutOfRange();
        }
    }

    private static Errors.CypherException OutOfRange() =>
        RuntimeFault.Argument("NumberOutOfRange", "The duration leaves the range of 64-bit months, days or seconds.");
}
