using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>Creates zoned dates and times from local times and from instants.</summary>
public static class Zoned
{
    /// <summary>
    /// The instant at which the zone has the local date and time. In an overlap, the given offset is used if it is one of the two, otherwise the earlier
    /// instant; a local time in a gap is moved forward by the length of the gap.
    /// </summary>
    /// <param name="epochDay">Local day.</param>
    /// <param name="nanosecondOfDay">Local time.</param>
    /// <param name="offsetSeconds">The offset if <paramref name="zone"/> is null, otherwise the preferred one; null for none.</param>
    /// <param name="zone">IANA name, or null.</param>
    public static DateTimeValue FromLocal(long epochDay, long nanosecondOfDay, int? offsetSeconds, string? zone)
    {
        if (zone is null)
        {
            return new DateTimeValue(epochDay, nanosecondOfDay, offsetSeconds ?? 0, null);
        }

        var local = (epochDay * Calendar.SecondsPerDay) + (nanosecondOfDay / Calendar.NanosecondsPerSecond);
        var (offset, shift) = ZoneRules.Of(zone).AtLocal(local, offsetSeconds);
        if (shift == 0)
        {
            return new DateTimeValue(epochDay, nanosecondOfDay, offset, zone);
        }

        return FromInstant(local + shift - offset, (int)(nanosecondOfDay % Calendar.NanosecondsPerSecond), offset, zone);
    }

    /// <summary>The local date and time in the zone at an instant.</summary>
    /// <param name="epochSecond">Seconds since 1970-01-01T00:00Z.</param>
    /// <param name="nanosecond">0 to 999,999,999.</param>
    /// <param name="offsetSeconds">The offset if <paramref name="zone"/> is null.</param>
    /// <param name="zone">IANA name, or null.</param>
    public static DateTimeValue FromInstant(long epochSecond, int nanosecond, int offsetSeconds, string? zone)
    {
        var offset = zone is null ? offsetSeconds : ZoneRules.Of(zone).AtInstant(epochSecond);
        var local = epochSecond + offset;
        var day = Calendar.CheckDay(Calendar.FloorDiv(local, Calendar.SecondsPerDay));
        var second = Calendar.FloorMod(local, Calendar.SecondsPerDay);
        return new DateTimeValue(day, (second * Calendar.NanosecondsPerSecond) + nanosecond, offset, zone);
    }

    /// <summary>The same instant in another zone.</summary>
    public static DateTimeValue In(DateTimeValue value, ZoneName zone) =>
        FromInstant(value.EpochSecond(), value.NanosecondOfSecond(), zone.OffsetSeconds, zone.Name);
}
