using CsCheck;
using Stemma.GraphQuery.Temporals;
using Xunit;

namespace Stemma.GraphQueryTests.Temporals;

public sealed class CalendarTests
{
    private static readonly long UnixDayNumber = DateOnly.FromDateTime(System.DateTime.UnixEpoch).DayNumber;

    [Fact]
    public void Days_agree_with_the_calendar_of_dotnet_in_its_range() =>
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Sample(number =>
        {
            var expected = DateOnly.FromDayNumber(number);
            var day = number - UnixDayNumber;
            var date = expected.ToDateTime(TimeOnly.MinValue);

            Assert.Equal(new CalendarDate(expected.Year, expected.Month, expected.Day), Calendar.DateOf(day));
            Assert.Equal(day, Calendar.Day(expected.Year, expected.Month, expected.Day));
            Assert.Equal(expected.DayOfYear, Calendar.OrdinalDay(day));
            Assert.Equal(day, Calendar.DayOfOrdinalDate(expected.Year, expected.DayOfYear));
            Assert.Equal((System.Globalization.ISOWeek.GetYear(date), System.Globalization.ISOWeek.GetWeekOfYear(date)), Calendar.WeekOf(day));
            Assert.Equal(expected.DayOfWeek, (DayOfWeek)(Calendar.DayOfWeek(day) % 7));
        });

    [Fact]
    public void Every_day_within_a_thousand_million_years_reads_back_from_each_of_its_names() =>
        Gen.Long[Calendar.Day(-999_999_998, 1, 1), Calendar.Day(999_999_998, 12, 31)].Sample(day =>
        {
            var date = Calendar.DateOf(day);
            var (weekYear, week) = Calendar.WeekOf(day);

            Assert.Equal(day, Calendar.Day(date.Year, date.Month, date.Day));
            Assert.Equal(day, Calendar.DayOfWeekDate(weekYear, week, Calendar.DayOfWeek(day)));
            Assert.Equal(day, Calendar.DayOfQuarterDate(date.Year, date.Quarter, Calendar.DayOfQuarter(day)));
            Assert.Equal(day, TemporalParser.Date(TemporalPrinter.Print(new GraphModel.Values.DateValue(day))).EpochDay);
        });

    [Theory]
    [InlineData(long.MinValue, 1000, -9_223_372_036_854_776, 192)]
    [InlineData(long.MaxValue, 1000, 9_223_372_036_854_775, 807)]
    [InlineData(-1, 7, -1, 6)]
    [InlineData(-7, 7, -1, 0)]
    [InlineData(0, 7, 0, 0)]
    [InlineData(8, 7, 1, 1)]
    public void Quotient_and_remainder_are_floored(long value, long divisor, long quotient, long remainder) =>
        Assert.Equal((quotient, remainder), (Calendar.FloorDiv(value, divisor), Calendar.FloorMod(value, divisor)));

    [Theory]
    [InlineData(2024, 1, 31, 1, 2024, 2, 29)]
    [InlineData(2024, 3, 31, -1, 2024, 2, 29)]
    [InlineData(2024, 11, 30, 3, 2025, 2, 28)]
    [InlineData(1, 1, 1, -12, 0, 1, 1)]
    public void Adding_months_cuts_the_day_to_the_length_of_the_month(long year, int month, int day, long months, long toYear, int toMonth, int toDay) =>
        Assert.Equal(new CalendarDate(toYear, toMonth, toDay), Calendar.DateOf(Calendar.AddMonths(Calendar.Day(year, month, day), months)));
}
