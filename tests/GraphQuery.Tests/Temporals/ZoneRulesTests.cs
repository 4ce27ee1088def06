using CsCheck;
using Stemma.GraphQuery.Temporals;
using Xunit;

namespace Stemma.GraphQueryTests.Temporals;

public sealed class ZoneRulesTests
{
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Pacific/Honolulu", "Australia/Eucla", "UTC"];

    private static readonly Gen<long> Since1996 = Gen.Long[Second(1996, 1, 1), Second(2060, 1, 1)];

    [Fact]
    public void Offsets_agree_with_dotnet_where_it_has_the_zone()
    {
        Assert.SkipUnless(Directory.Exists("/usr/share/zoneinfo"), "This system has no time zone files in /usr/share/zoneinfo.");
        string[] zones = [.. Zones, "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata", "Africa/Casablanca"];
        Gen.Select(Choice.Of(zones), Gen.Long[Second(1970, 1, 1), Second(2037, 1, 1)]).Sample((zone, second) =>
        {
            var expected = TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(second));
            Assert.Equal((int)expected.TotalSeconds, ZoneRules.Of(zone).AtInstant(second));
        });
    }

    [Fact]
    public void Bundled_zones_agree_with_the_system_from_1996_on()
    {
        Assert.SkipUnless(Directory.Exists("/usr/share/zoneinfo"), "This system has no time zone files in /usr/share/zoneinfo.");
        var bundled = Zones.ToDictionary(zone => zone, zone => BundledZones.Find(zone)!);
        Gen.Select(Choice.Of(Zones), Since1996).Sample((zone, second) =>
            Assert.Equal(ZoneRules.Of(zone).AtInstant(second), bundled[zone].AtInstant(second)));
    }

    [Theory]
    [InlineData("Europe/Stockholm", 1850, 3208)]
    [InlineData("America/New_York", 1850, -17762)]
    public void Before_standard_time_the_offset_is_local_mean_time_to_the_second(string zone, int year, int expected)
    {
        Assert.Equal(expected, ZoneRules.Of(zone).AtInstant(Second(year, 1, 1)));
        Assert.Equal(expected, BundledZones.Find(zone)!.AtInstant(Second(year, 1, 1)));
    }

    [Fact]
    public void A_local_clock_leads_back_to_its_instant_but_for_the_repeated_hour() =>
        Gen.Select(Choice.Of(Zones), Since1996, Gen.Bool).Sample((zone, second, prefers) =>
        {
            var rules = ZoneRules.Of(zone);
            var offset = rules.AtInstant(second);
            var found = rules.AtLocal(second + offset, prefers ? offset : null);
            Assert.Equal(0, found.Shift);
            Assert.True(found.Offset == offset || (!prefers && found.Offset - offset == 3600));
        });

    [Theory]
    [InlineData("<+0330>-3:30", 2024, 7, 12600)]
    [InlineData("NZST-12NZDT,M9.5.0,M4.1.0/3", 2024, 1, 46800)]
    [InlineData("NZST-12NZDT,M9.5.0,M4.1.0/3", 2024, 7, 43200)]
    [InlineData("XXX3YYY,J60/0,300/0", 2024, 2, -10800)]
    [InlineData("XXX3YYY,J60/0,300/0", 2024, 3, -7200)]
    [InlineData("XXX3YYY1:30,J60/0,300/0", 2024, 11, -10800)]
    [InlineData("XXX3YYY1:30,J60/0,300/0", 2024, 9, -5400)]
    public void A_posix_rule_gives_the_offset_of_the_month(string rule, int year, int month, int expected) =>
        Assert.Equal(expected, YearlyRule.Parse(rule).AtInstant(Second(year, month, 15)));

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("Europe/Atlantis")]
    [InlineData("Europe//Berlin")]
    [InlineData("")]
    public void A_name_without_a_zone_is_a_fault(string name) =>
        Assert.Equal("ArgumentError.InvalidArgumentValue", Assert.Throws<GraphQuery.Errors.CypherException>(() => ZoneRules.Of(name)).Code);

    [Fact]
    public void A_file_that_is_cut_short_is_refused_wherever_it_ends()
    {
        Assert.SkipUnless(File.Exists("/usr/share/zoneinfo/Europe/Berlin"), "This system has no time zone files in /usr/share/zoneinfo.");
        var file = File.ReadAllBytes("/usr/share/zoneinfo/Europe/Berlin");
        var footer = file.AsSpan(0, file.Length - 1).LastIndexOf((byte)'\n');
        for (var length = 0; length < footer; length++)
        {
            Assert.Throws<InvalidDataException>(() => TimeZoneFile.Parse(file.AsSpan(0, length)));
        }

        Assert.Equal(7200, TimeZoneFile.Parse(file).AtInstant(Second(2500, 7, 1)));
    }

    private static long Second(int year, int month, int day) => Calendar.Day(year, month, day) * Calendar.SecondsPerDay;
}
