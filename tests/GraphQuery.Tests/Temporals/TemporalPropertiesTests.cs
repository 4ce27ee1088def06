using CsCheck;
using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Temporals;
using Stemma.GraphQuery.Values;
using Xunit;

namespace Stemma.GraphQueryTests.Temporals;

public sealed class TemporalPropertiesTests
{
    private static readonly Gen<long> Days = Gen.Long[Calendar.Day(1850, 1, 1), Calendar.Day(2150, 1, 1)];
    private static readonly Gen<long> Clocks = Gen.Long[0, Calendar.NanosecondsPerDay - 1];
    private static readonly Gen<ZoneName> Zones = Choice.Of(
        ZoneName.Utc, new ZoneName(null, -7507), new ZoneName("Europe/Stockholm", 0), new ZoneName("America/New_York", 0), new ZoneName("Australia/Eucla", 0));

    private static readonly Gen<DateTimeValue> Moments =
        Gen.Select(Days, Clocks, Zones, (day, clock, zone) => Zoned.FromLocal(day, clock, zone.Name is null ? zone.OffsetSeconds : null, zone.Name));

    private static readonly Gen<DurationValue> DurationValues = Gen.Select(
        Gen.Long[-5000, 5000], Gen.Long[-5000, 5000], Gen.Long[-1_000_000, 1_000_000], Gen.Int[0, 999_999_999],
        (months, days, seconds, nanoseconds) => new DurationValue(months, days, seconds, nanoseconds));

    [Fact]
    public void Start_plus_the_duration_between_is_the_end() =>
        Gen.Select(Moments, Moments).Sample((start, end) =>
        {
            var between = TemporalDifference.Between(GraphValue.From(start), GraphValue.From(end));
            Assert.Equal(Zoned.In(end, ZoneName.Of(start)), TemporalArithmetic.Add(start, between));
        });

    [Fact]
    public void What_is_printed_reads_back() =>
        Gen.Select(Moments, DurationValues).Sample((moment, duration) =>
        {
            Assert.Equal(moment, TemporalParser.DateTime(TemporalPrinter.Print(moment)));
            Assert.Equal(duration, TemporalParser.Duration(TemporalPrinter.Print(duration)));
            var local = new LocalDateTimeValue(moment.EpochDay, moment.NanosecondOfDay);
            Assert.Equal(local, TemporalParser.LocalDateTime(TemporalPrinter.Print(local)));
            var time = new TimeValue(moment.NanosecondOfDay, moment.OffsetSeconds);
            Assert.Equal(time, TemporalParser.Time(TemporalPrinter.Print(time)));
        });

    [Fact]
    public void Subtracting_a_duration_undoes_adding_it() =>
        Gen.Select(DurationValues, DurationValues).Sample((a, b) => Assert.Equal(a, Durations.Subtract(Durations.Add(a, b), b)));

    [Fact]
    public void Half_of_twice_a_duration_is_the_duration() =>
        DurationValues.Sample(duration => Assert.Equal(duration, Durations.Divide(Durations.Scale(duration, 2), 2)));

    [Fact]
    public void Moments_compare_as_their_instants() =>
        Gen.Select(Moments, Moments).Sample((a, b) =>
            Assert.Equal(
                (a.EpochSecond(), a.NanosecondOfSecond()).CompareTo((b.EpochSecond(), b.NanosecondOfSecond())) < 0,
                CypherValues.Less(GraphValue.From(a), GraphValue.From(b))));

    [Theory]
    [InlineData("2024-10-26T12:00+02:00[Europe/Berlin]", "P1D", "2024-10-27T12:00+01:00[Europe/Berlin]")]
    [InlineData("2024-10-26T12:00+02:00[Europe/Berlin]", "PT24H", "2024-10-27T11:00+01:00[Europe/Berlin]")]
    [InlineData("2024-10-27T01:30+02:00[Europe/Berlin]", "PT2H", "2024-10-27T02:30+01:00[Europe/Berlin]")]
    [InlineData("2024-01-31T12:00Z", "P1MT-0.000000001S", "2024-02-29T11:59:59.999999999Z")]
    public void Days_move_the_clock_and_hours_move_the_time_line(string start, string duration, string expected) =>
        Assert.Equal(expected, TemporalPrinter.Print(TemporalArithmetic.Add(TemporalParser.DateTime(start), TemporalParser.Duration(duration))));

    [Theory]
    [InlineData("P1D")]
    [InlineData("P9223372036854775807D")]
    [InlineData("P9223372036854775807M")]
    [InlineData("PT9223372036854775807S")]
    public void Leaving_the_years_of_cypher_is_a_fault(string duration)
    {
        var day = Calendar.Day(Calendar.MaxYear, 12, 31);
        foreach (var last in (GraphValue[])[
            GraphValue.From(new DateValue(day)), GraphValue.From(new LocalDateTimeValue(day, 1)), GraphValue.From(new DateTimeValue(day, 1, 0, null))])
        {
            var fault = Assert.Throws<GraphQuery.Errors.CypherException>(
                () => TemporalArithmetic.TryAdd(last, GraphValue.From(TemporalParser.Duration(duration)), out _));
            Assert.Equal("ArgumentError.NumberOutOfRange", fault.Code);
        }
    }

    [Theory]
    [InlineData("PT9223372036854775807S", "nanoseconds")]
    [InlineData("PT9223372036854775807S", "milliseconds")]
    public void A_component_beyond_64_bits_is_a_fault(string duration, string component)
    {
        var value = GraphValue.From(TemporalParser.Duration(duration));
        Assert.Equal("ArgumentError.IntegerOverflow", Assert.Throws<GraphQuery.Errors.CypherException>(() => TemporalComponents.Get(value, component)).Code);
    }

    [Theory]
    [InlineData("2024-12-30", "year", "2024")]
    [InlineData("2024-12-30", "weekYear", "2025")]
    [InlineData("2024-12-30", "week", "1")]
    [InlineData("2024-12-30", "dayOfWeek", "1")]
    [InlineData("2024-12-30", "ordinalDay", "365")]
    [InlineData("2024-12-30", "dayOfQuarter", "91")]
    public void A_date_has_its_components(string date, string component, string expected) =>
        Assert.Equal(expected, ValuePrinter.Print(TemporalComponents.Get(GraphValue.From(TemporalParser.Date(date)), component)));

    [Theory]
    [InlineData("P-14MT-1.5S", "years", "-1")]
    [InlineData("P-14MT-1.5S", "monthsOfYear", "-2")]
    [InlineData("P-14MT-1.5S", "seconds", "-2")]
    [InlineData("P-14MT-1.5S", "milliseconds", "-1500")]
    [InlineData("P-14MT-1.5S", "nanosecondsOfSecond", "500000000")]
    [InlineData("P9DT3661S", "minutesOfHour", "1")]
    [InlineData("P9DT3661S", "weeks", "1")]
    [InlineData("P9DT3661S", "daysOfWeek", "2")]
    public void A_duration_has_its_components(string duration, string component, string expected) =>
        Assert.Equal(expected, ValuePrinter.Print(TemporalComponents.Get(GraphValue.From(TemporalParser.Duration(duration)), component)));
}
