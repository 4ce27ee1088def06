using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>A zone in a query: an IANA name, or an offset.</summary>
/// <param name="Name">IANA name, or null for a bare offset.</param>
/// <param name="OffsetSeconds">Seconds east of UTC if there is no name.</param>
public readonly record struct ZoneName(string? Name, int OffsetSeconds)
{
    /// <summary>Offset zero.</summary>
    public static ZoneName Utc { get; } = new(null, 0);

    /// <summary>Parses <c>Z</c>, <c>+01:00</c>, <c>Europe/Stockholm</c>; throws ArgumentError for an unknown zone.</summary>
    public static ZoneName Parse(string text)
    {
        if (TemporalParser.TryOffset(text, out var offset))
        {
            return new ZoneName(null, offset);
        }

        ZoneRules.Of(text);
        return new ZoneName(text, 0);
    }

    /// <summary>The zone of a zoned date and time.</summary>
    public static ZoneName Of(DateTimeValue value) => new(value.Zone, value.Zone is null ? value.OffsetSeconds : 0);
}
