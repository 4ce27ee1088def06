using System.Collections.Concurrent;
using Stemma.GraphQuery.Values;

namespace Stemma.GraphQuery.Temporals;

/// <summary>
/// The offsets of a named time zone, in seconds: recorded changes, then a yearly rule for ever. Read from the system's TZif files (RFC 9636);
/// where there are none, from <see cref="BundledZones"/>. Immutable and cached by name.
/// </summary>
public sealed class ZoneRules
{
    private static readonly ConcurrentDictionary<string, ZoneRules> Known = new(StringComparer.Ordinal);

    private readonly long[] _changes;
    private readonly int[] _offsets;
    private readonly YearlyRule _rule;

    /// <summary>Makes rules.</summary>
    /// <param name="changes">Instants, ascending, at which the offset changes.</param>
    /// <param name="offsets">One more than changes: the offset before the first, and after each.</param>
    /// <param name="rule">What holds after the last change; null where its offset stays.</param>
    internal ZoneRules(long[] changes, int[] offsets, YearlyRule? rule)
    {
        _changes = changes;
        _offsets = offsets;
        _rule = rule ?? YearlyRule.Always(offsets[^1]);
    }

    /// <summary>The rules of a zone; throws ArgumentError for a name that neither the system nor the bundled table knows.</summary>
    public static ZoneRules Of(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        // Unknown names are not kept: a query can make any number of them.
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

    /// <summary>Offset when a clock shows a local time, and the seconds to add to that time because it was skipped (0 mostly).</summary>
    /// <param name="localSecond">Local seconds since 1970-01-01T00:00.</param>
    /// <param name="preferred">Offset to choose where the clock shows the time twice; null for the earlier.</param>
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

    /// <summary>Whether a clock of the zone can show the local time at this offset.</summary>
    public bool IsValid(long localSecond, int offset) => AtInstant(localSecond - offset) == offset;
}
