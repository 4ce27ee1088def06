using System.Globalization;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>An immutable set of code points, for exact computation of the classes of a pattern.</summary>
internal sealed class CodePointSet
{
    /// <summary>The highest code point.</summary>
    public const int Highest = 0x10FFFF;

    private CodePointSet(CodePointRange[] ranges) => Ranges = ranges;

    /// <summary>Every code point.</summary>
    public static CodePointSet All { get; } = new([new(0, Highest)]);

    /// <summary>Ascending, with a gap of at least one code point between ranges.</summary>
    public IReadOnlyList<CodePointRange> Ranges { get; }

    /// <summary>The union of ranges, which may overlap and be in any order.</summary>
    public static CodePointSet Of(params IEnumerable<CodePointRange> ranges)
    {
        var joined = new List<CodePointRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1)
            {
                joined[^1] = new(joined[^1].First, Math.Max(joined[^1].Last, range.Last));
            }
            else
            {
                joined.Add(range);
            }
        }

        return new([.. joined]);
    }

    /// <summary>Parses hexadecimal ranges separated by white space: <c>41-5A 5F</c>.</summary>
    public static CodePointSet Parse(string ranges) => Of(ranges.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ParseRange));

    /// <summary>Parses a hexadecimal range or code point.</summary>
    public static CodePointRange ParseRange(string range)
    {
        var bounds = range.Split('-');
        return new(int.Parse(bounds[0], NumberStyles.HexNumber), int.Parse(bounds[^1], NumberStyles.HexNumber));
    }

    /// <summary>All code points for which <paramref name="isMember"/> is true; calls it 1,114,112 times.</summary>
    public static CodePointSet Where(Func<int, bool> isMember)
    {
        var ranges = new List<CodePointRange>();
        for (var point = 0; point <= Highest; point++)
        {
            if (!isMember(point))
            {
                continue;
            }

            var first = point;
            while (point < Highest && isMember(point + 1))
            {
                point++;
            }

            ranges.Add(new(first, point));
        }

        return new([.. ranges]);
    }

    /// <summary>The code points in either set.</summary>
    public CodePointSet Union(CodePointSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>The code points in both sets.</summary>
    public CodePointSet Intersect(CodePointSet other) => Complement().Union(other.Complement()).Complement();

    /// <summary>The code points not in the set.</summary>
    public CodePointSet Complement()
    {
        var gaps = new List<CodePointRange>();
        var next = 0;
        foreach (var range in Ranges)
        {
            if (range.First > next)
            {
                gaps.Add(new(next, range.First - 1));
            }

            next = range.Last + 1;
        }

        if (next <= Highest)
        {
            gaps.Add(new(next, Highest));
        }

        return new([.. gaps]);
    }
}
