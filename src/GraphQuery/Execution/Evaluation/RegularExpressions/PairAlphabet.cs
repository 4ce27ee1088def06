namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// Writes every code point that UTF-16 has no unit of its own for as one unit, so that .NET's engine, which knows units only, takes it for one character.
/// Code points that no set of the pattern tells apart share a unit: the minterms of the pattern's sets (D'Antoni and Veanes, "Minimization of symbolic automata", 2014).
/// The units are those of surrogates, which then stand for nothing else.
/// </summary>
internal sealed class PairAlphabet
{
    /// <summary>Units that there are.</summary>
    public const int MaxUnits = LastUnit - FirstUnit + 1;

    private const int FirstUnit = 0xD800;
    private const int LastUnit = 0xDFFF;
    private const int FirstPaired = 0x10000;

    /// <summary>First code points of the stretches that no set divides, ascending; the halves of pairs come before the pairs.</summary>
    private readonly int[] _starts;

    /// <summary>Unit of each stretch, counted from <see cref="FirstUnit"/>.</summary>
    private readonly int[] _units;

    /// <summary>Units in use.</summary>
    private int _count = 1;

    /// <summary>Divides what has no unit by the given sets.</summary>
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

    /// <summary>True if there are not enough units, or so many stretches that it would take long to say.</summary>
    public bool IsTooLarge => _count > MaxUnits || _starts.Length > 2 * MaxUnits;

    /// <summary>The code points of one unit in a set, and the units that stand for the others in it.</summary>
    public CodePointSet Narrow(CodePointSet set)
    {
        var narrow = set.Ranges.Where(range => range.First < FirstUnit).Select(range => range with { Last = Math.Min(range.Last, FirstUnit - 1) })
            .Concat(set.Ranges.Where(range => range.Last > LastUnit && range.First < FirstPaired).Select(range => new CodePointRange(Math.Max(range.First, LastUnit + 1), Math.Min(range.Last, FirstPaired - 1))));
        return CodePointSet.Of(narrow.Concat(Stretches(set).Select(at => CodePointRange.Of(FirstUnit + _units[at]))));
    }

    /// <summary>The text with one unit for each code point.</summary>
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

    /// <summary>Parts the units by whether the set has them.</summary>
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

    /// <summary>The stretch that a code point lies in, or the first one.</summary>
    private int Find(int point)
    {
        var at = Array.BinarySearch(_starts, point);
        return at >= 0 ? at : Math.Max(~at - 1, 0);
    }

    private static bool IsWide(int point) => point is (>= FirstUnit and <= LastUnit) or (>= FirstPaired and <= CodePointSet.Highest);
}
