using System.Collections.Concurrent;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// The offsets of a named time zone, in seconds: recorded changes, then a yearly rule without end. Read from the system's TZif files (RFC 9636);
/// if there are none, from <see cref="BundledZones"/>. Immutable and cached by name.
/// </summary>
public sealed class ZoneRules
{
    private static readonly ConcurrentDictionary<string, ZoneRules> Known = new(StringComparer.Ordinal);

    private readonly long[] _changes;
    private readonly int[] _offsets;
    private readonly YearlyRule _rule;

    /// <summary>Creates rules.</summary>
    /// <param name="changes">Instants in epoch seconds, ascending, at which the offset changes.</param>
    /// <param name="offsets">The offset before the first change, then the offset after each.</param>
    /// <param name="rule">The rule after the last change; null if the last offset stays.</param>
    internal ZoneRules(long[] changes, int[] offsets, YearlyRule? rule)
    {
        _changes = changes;
        _offsets = offsets;
        _rule = rule ?? YearlyRule.Always(offsets[^1]);
    }

    /// <summary>The rules of a zone; throws ArgumentError for a name that is neither in the system's files nor bundled.</summary>
    public static ZoneRules Of(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        // Unknown names are not cached, because queries can produce any number of them.
        var rules = TimeZoneFile.TryRead(name) ?? BundledZones.Find(name)
            ?? throw RuntimeFault.Argument("InvalidArgumentValue", $"'{name}' is neither an offset nor a time zone known here.");
        return Known.GetOrAdd(name, rules);
    }

    /// <summary>Offset in seconds at an instant in epoch seconds.</summary>
    public int AtInstant(long epochSecond)
    {
        if (_changes.Length == 0 || epochSecond >= _changes[^1])
        {
            return _rule.AtInstant(epochSecond);
        }

        var index = Array.BinarySearch(_changes, epochSecond);
        return _offsets[index >= 0 ? index + 1 : ~index];
    }

    /// <summary>Offset at a local time, and the seconds to add to that time if it is in a gap (usually 0).</summary>
    /// <param name="localSecond">Local seconds since 1970-01-01T00:00.</param>
    /// <param name="preferred">Offset to choose if the local time occurs twice; null for the earlier instant.</param>
    public (int Offset, int Shift) AtLocal(long localSecond, int? preferred)
    {
        // No zone was ever more than a day from UTC, so these two instants enclose every candidate.
        var before = AtInstant(localSecond - Calendar.SecondsPerDay);
        var after = AtInstant(localSecond + Calendar.SecondsPerDay);
        if (preferred is { } wanted && AtInstant(localSecond - wanted) == wanted)
        {
            return (wanted, 0);
        }

        if (AtInstant(localSecond - before) == before)
        {
            return (before, 0);
        }

        return AtInstant(localSecond - after) == after ? (after, 0) : (after, after - before);
    }

    /// <summary>Whether the zone has this offset at the local time.</summary>
    public bool IsValid(long localSecond, int offset) => AtInstant(localSecond - offset) == offset;
}
