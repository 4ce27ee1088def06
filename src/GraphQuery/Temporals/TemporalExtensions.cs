using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>Epoch seconds of zoned dates and times.</summary>
public static class TemporalExtensions
{
    /// <summary>Seconds since 1970-01-01T00:00Z, rounded toward negative infinity.</summary>
    public static long EpochSecond(this DateTimeValue value) =>
        (value.EpochDay * Calendar.SecondsPerDay) + (value.NanosecondOfDay / Calendar.NanosecondsPerSecond) - value.OffsetSeconds;

    /// <summary>0 to 999,999,999.</summary>
    public static int NanosecondOfSecond(this DateTimeValue value) => (int)(value.NanosecondOfDay % Calendar.NanosecondsPerSecond);
}
