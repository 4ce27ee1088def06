using System.Buffers.Binary;
using System.Text;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// Reads compiled time zones of the operating system (TZif version 2 and later, RFC 9636) with full second precision;
/// <see cref="TimeZoneInfo"/> rounds to minutes.
/// </summary>
internal static class TimeZoneFile
{
    private const int HeaderLength = 44;

    /// <summary>
    /// Zones that the tz database has merged since release 2022b because they agree from 1970 on. Some distributions still ship their separate
    /// older history; this table makes results the same everywhere.
    /// </summary>
    private static readonly Dictionary<string, string> Merged = new(StringComparer.Ordinal)
    {
        ["Atlantic/Reykjavik"] = "Africa/Abidjan",
        ["Europe/Amsterdam"] = "Europe/Brussels",
        ["Europe/Copenhagen"] = "Europe/Berlin",
        ["Europe/Luxembourg"] = "Europe/Brussels",
        ["Europe/Monaco"] = "Europe/Paris",
        ["Europe/Oslo"] = "Europe/Berlin",
        ["Europe/Stockholm"] = "Europe/Berlin",
    };

    /// <summary>The rules of a zone, or null if the system has no readable file of that name.</summary>
    public static ZoneRules? TryRead(string name)
    {
        if (!IsSafe(name))
        {
            return null;
        }

        var directory = Environment.GetEnvironmentVariable("TZDIR") is { Length: > 0 } configured ? configured : "/usr/share/zoneinfo";
        try
        {
            return Parse(File.ReadAllBytes(Path.Combine(directory, Merged.GetValueOrDefault(name, name))));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Parses the bytes of a file; throws <see cref="InvalidDataException"/> for anything but TZif version 2 or later.</summary>
    internal static ZoneRules Parse(ReadOnlySpan<byte> file)
    {
        try
        {
            var first = Header.Read(file);
            var body = file[(HeaderLength + first.BodyLength(timeLength: 4))..];
            return ParseBody(Header.Read(body), body[HeaderLength..]);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or IndexOutOfRangeException or FormatException)
        {
            throw new InvalidDataException("The time zone file is cut short or malformed.", fault);
        }
    }

    private static ZoneRules ParseBody(Header header, ReadOnlySpan<byte> body)
    {
        var kinds = body[(header.Times * 8)..];
        var types = kinds[header.Times..];
        var changes = new long[header.Times];
        var offsets = new int[header.Times + 1];
        offsets[0] = OffsetOf(types, 0);
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = BinaryPrimitives.ReadInt64BigEndian(body[(i * 8)..]);
            offsets[i + 1] = OffsetOf(types, kinds[i]);
        }

        var footer = Encoding.ASCII.GetString(body[header.BodyLength(timeLength: 8)..]).Trim('\n');
        return new ZoneRules(changes, offsets, footer.Length == 0 ? null : YearlyRule.Parse(footer));
    }

    private static int OffsetOf(ReadOnlySpan<byte> types, int kind) => BinaryPrimitives.ReadInt32BigEndian(types[(kind * 6)..]);

    private static bool IsSafe(string name) =>
        name.Length is > 0 and < 64 && char.IsAsciiLetter(name[0]) && !name.Contains("//", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');

    private readonly record struct Header(int IsUtc, int IsStandard, int Leaps, int Times, int Types, int Characters)
    {
        public static Header Read(ReadOnlySpan<byte> bytes)
        {
            if (!bytes.StartsWith("TZif"u8) || bytes[4] < '2')
            {
                throw new InvalidDataException("The file is not TZif version 2 or later.");
            }

            return new Header(At(bytes, 0), At(bytes, 1), At(bytes, 2), At(bytes, 3), At(bytes, 4), At(bytes, 5));
        }

        public int BodyLength(int timeLength) =>
            (Times * (timeLength + 1)) + (Types * 6) + Characters + (Leaps * (timeLength + 4)) + IsStandard + IsUtc;

        private static int At(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt32BigEndian(bytes[(20 + (index * 4))..]);
    }
}
