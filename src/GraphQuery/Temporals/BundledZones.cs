namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Built-in zones for systems without time zone files: local mean time, then the rules from about 1980 on, from the IANA tz database. Between local mean time
/// and 1980 only the standard offset is kept.
/// </summary>
internal static class BundledZones
{
    private static readonly Era[] Berlin =
    [
        new(long.MinValue, "LMT-0:53:28"),
        new(Utc(1893, 4, 1) - 3208, "CET-1"),
        new(Utc(1980, 1, 1), "CET-1CEST,M3.5.0,M9.5.0/3"),
        new(Utc(1996, 1, 1), "CET-1CEST,M3.5.0,M10.5.0/3"),
    ];

    private static readonly Dictionary<string, Era[]> Zones = new(StringComparer.Ordinal)
    {
        ["UTC"] = [new(long.MinValue, "UTC0")],
        ["Etc/UTC"] = [new(long.MinValue, "UTC0")],
        ["Europe/Berlin"] = Berlin,
        ["Europe/Stockholm"] = Berlin,
        ["Europe/London"] =
        [
            new(long.MinValue, "LMT0:01:15"),
            new(Utc(1847, 12, 1) + 75, "GMT0"),
            new(Utc(1981, 1, 1), "GMT0BST,M3.5.0/1,M10.4.0"),
            new(Utc(1996, 1, 1), "GMT0BST,M3.5.0/1,M10.5.0"),
        ],
        ["America/New_York"] =
        [
            new(long.MinValue, "LMT4:56:02"),
            new(Utc(1883, 11, 18) + 61_200, "EST5"),
            new(Utc(1976, 1, 1), "EST5EDT,M4.5.0,M10.5.0"),
            new(Utc(1987, 1, 1), "EST5EDT,M4.1.0,M10.5.0"),
            new(Utc(2007, 1, 1), "EST5EDT,M3.2.0,M11.1.0"),
        ],
        ["Pacific/Honolulu"] = [new(long.MinValue, "LMT10:31:26"), new(Utc(1896, 1, 13), "HST10:30"), new(Utc(1947, 6, 8), "HST10")],
        ["Australia/Eucla"] =
        [
            new(long.MinValue, "LMT-8:35:28"),
            new(Utc(1895, 12, 1), "<+0845>-8:45"),
            new(Utc(2006, 12, 2) + 62_100, "<+0845>-8:45<+0945>,M10.5.0,M3.5.0/3"),
            new(Utc(2009, 3, 28) + 62_100, "<+0845>-8:45"),
        ],
    };

    /// <summary>The rules of a bundled zone, or null.</summary>
    public static ZoneRules? Find(string name) => Zones.TryGetValue(name, out var eras) ? Expand(eras) : null;

    private static ZoneRules Expand(Era[] eras)
    {
        var last = YearlyRule.Parse(eras[^1].Rule);
        var changes = new List<long>();
        var offsets = new List<int> { YearlyRule.Parse(eras[0].Rule).AtInstant(0) };
        for (var i = 1; i < eras.Length; i++)
        {
            var rule = YearlyRule.Parse(eras[i].Rule);
            var end = i + 1 < eras.Length ? eras[i + 1].Start : eras[i].Start + 1;
            AddChanges(rule, eras[i].Start, end, changes, offsets);
        }

        return new ZoneRules([.. changes], [.. offsets], last);
    }

    /// <summary>Appends the offset changes of an era; in all of these zones summer time starts and ends a whole number of hours after the era's start.</summary>
    private static void AddChanges(YearlyRule rule, long start, long end, List<long> changes, List<int> offsets)
    {
        const int Hour = 3600;
        for (var second = start; second < end; second += Hour)
        {
            var offset = rule.AtInstant(second);
            if (second == start || offset != offsets[^1])
            {
                changes.Add(second);
                offsets.Add(offset);
            }

            if (rule.IsConstant)
            {
                return;
            }
        }
    }

    private static long Utc(long year, int month, int day) => Calendar.Day(year, month, day) * Calendar.SecondsPerDay;

    /// <summary>A rule and the epoch second from which it applies.</summary>
    private sealed record Era(long Start, string Rule);
}
