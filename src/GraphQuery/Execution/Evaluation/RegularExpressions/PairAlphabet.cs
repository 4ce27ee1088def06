namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// Maps every code point without a UTF-16 unit of its own to a single unit, so that .NET's engine, which works on units, treats it as one character.
/// Code points that no set of the pattern distinguishes share a unit: the minterms of the pattern's sets (D'Antoni and Veanes, "Minimization of symbolic automata", 2014).
/// The units are those of surrogates, which are then used for nothing else.
/// </summary>
internal sealed class PairAlphabet
{
    /// <summary>Number of available units.</summary>
    public const int MaxUnits = LastUnit - FirstUnit + 1;

    private const int FirstUnit = 0xD800;
    private const int LastUnit = 0xDFFF;
    private const int FirstPaired = 0x10000;

    /// <summary>First code points of the intervals that no set divides, ascending; lone surrogates come before the code points of pairs.</summary>
    private readonly int[] _starts;

    /// <summary>Unit of each interval, relative to <see cref="FirstUnit"/>.</summary>
    private readonly int[] _units;

    /// <summary>Number of units in use.</summary>
    private int _count = 1;

    /// <summary>Partitions the code points without a unit by the given sets.</summary>
    public PairAlphabet(IReadOnlyCollection<CodePointSet> sets)
    {
        _starts = [.. sets.SelectMany(set => set.Ranges).SelectMany(range => new[] { range.First, range.Last + 1 })
            .Where(IsWide).Append(FirstUnit).Append(FirstPaired).Distinct().Order()];
        _units = new int[_starts.Length];
        foreach (var set in sets.TakeWhile(_ => !IsTooLarge))
        {
            Divide(set);
        }
    }

    /// <summary>Whether there are not enough units, or too many intervals to find out quickly.</summary>
    public bool IsTooLarge => _count > MaxUnits || _starts.Length > 2 * MaxUnits;

    /// <summary>The code points of a set that are one unit, and the units of the others.</summary>
    public CodePointSet Narrow(CodePointSet set)
    {
        var narrow = set.Ranges.Where(range => range.First < FirstUnit).Select(range => range with { Last = Math.Min(range.Last, FirstUnit - 1) })
            .Concat(set.Ranges.Where(range => range.Last > LastUnit && range.First < FirstPaired).Select(range => new CodePointRange(Math.Max(range.First, LastUnit + 1), Math.Min(range.Last, FirstPaired - 1))));
        return CodePointSet.Of(narrow.Concat(Stretches(set).Select(at => CodePointRange.Of(FirstUnit + _units[at]))));
    }

    /// <summary>The text with one unit per code point.</summary>
    public string Narrow(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)FirstUnit, (char)LastUnit))
        {
            return text;
        }

        var narrow = new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var point = (int)text[at];
            if (char.IsSurrogatePair(text, at))
            {
                point = char.ConvertToUtf32(text[at], text[++at]);
            }

            narrow[length++] = IsWide(point) ? (char)(FirstUnit + _units[Find(point)]) : (char)point;
        }

        return new(narrow, 0, length);
    }

    /// <summary>Splits each unit whose code points are partly inside the set.</summary>
    private void Divide(CodePointSet set)
    {
        var inside = Stretches(set).ToHashSet();
        var outside = Enumerable.Range(0, _units.Length).Where(at => !inside.Contains(at)).Select(at => _units[at]).ToHashSet();
        var renamed = new Dictionary<int, int>();
        foreach (var at in inside.Where(at => outside.Contains(_units[at])))
        {
            if (!renamed.TryGetValue(_units[at], out var unit))
            {
                renamed.Add(_units[at], unit = _count++);
            }

            _units[at] = unit;
        }
    }

    private IEnumerable<int> Stretches(CodePointSet set)
    {
        foreach (var range in set.Ranges)
        {
            for (var at = Find(range.First); at < _starts.Length && _starts[at] <= range.Last; at++)
            {
                if (_starts[at] >= range.First)
                {
                    yield return at;
                }
            }
        }
    }

    /// <summary>The interval of a code point, or the first one.</summary>
    private int Find(int point)
    {
        var at = Array.BinarySearch(_starts, point);
        return at >= 0 ? at : Math.Max(~at - 1, 0);
    }

    private static bool IsWide(int point) => point is (>= FirstUnit and <= LastUnit) or (>= FirstPaired and <= CodePointSet.Highest);
}
