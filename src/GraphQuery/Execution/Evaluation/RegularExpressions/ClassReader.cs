namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>
/// Parses a class in brackets to its set: unions, intersections with &amp;&amp; and complements, where ^ applies to the whole class; java.util.regex.Pattern,
/// section "Character classes".
/// </summary>
internal sealed class ClassReader(PatternSource source, EscapeReader escapes)
{
    /// <summary>Reads a class; its bracket is the next symbol.</summary>
    /// <param name="depth">Number of enclosing classes and groups.</param>
    public CodePointSet Read(int depth)
    {
        PatternParser.CheckDepth(source, depth);
        source.Next();
        var isComplement = source.Is('^');
        if (isComplement)
        {
            source.Next();
        }

        CodePointSet? members = null;
        source.SkipIgnored();
        if (!IsIntersection())
        {
            members = ReadUnion(depth);
        }

        while (IsIntersection())
        {
            var right = ReadRight(depth);
            members = members?.Intersect(right) ?? right;
        }

        source.Next();
        return isComplement ? members!.Complement() : members!;
    }

    /// <summary>The right operand of &amp;&amp;. Java accepts an empty one or a third &amp; with surprising meanings.</summary>
    private CodePointSet ReadRight(int depth)
    {
        var at = source.At;
        source.Next();
        source.Next();
        source.SkipIgnored();
        return source.IsAny("]&") ? throw source.Unsupported(at, "'&&' with no set after it") : ReadUnion(depth);
    }

    /// <summary>Items up to ] or &amp;&amp;; a ] in first position is an item.</summary>
    private CodePointSet ReadUnion(int depth)
    {
        var ranges = new List<CodePointRange>();
        var isFirst = true;
        for (source.SkipIgnored(); isFirst || !(source.Is(']') || IsIntersection()); source.SkipIgnored())
        {
            if (source.IsAtEnd)
            {
                throw source.Wrong(source.At, "insufficient closing brackets");
            }

            ranges.AddRange(source.Is('[') ? Read(depth + 1).Ranges : ReadItem());
            isFirst = false;
        }

        return CodePointSet.Of(ranges);
    }

    private IEnumerable<CodePointRange> ReadItem()
    {
        var at = source.At;
        var bound = ReadBound(isLast: false);
        if (bound.Point is not { } first)
        {
            return bound.Set!.Ranges;
        }

        if (!IsRange())
        {
            return CaseFolding.Widen(first, source.Flags);
        }

        source.Take('-');
        var last = source.IsAtEnd ? throw source.Wrong(source.At, "insufficient closing brackets") : ReadBound(isLast: true).Point;
        return last >= first
            ? CaseFolding.Widen(new CodePointRange(first, last.Value), source.Flags)
            : throw source.Wrong(at, last is null ? "a range that ends in a set" : "reversed character range");
    }

    /// <summary>A single character or a set. As a bound, \v is the vertical tab, its older meaning in Java.</summary>
    private Escaped ReadBound(bool isLast)
    {
        if (!source.Is('\\'))
        {
            var point = source.Next();
            source.SkipIgnored();
            return new(point, null);
        }

        var escaped = escapes.Read();
        source.SkipIgnored();
        return ReferenceEquals(escaped.Set, CharacterSets.VerticalSpace) && (isLast || source.Is('-')) ? new('\v', null) : escaped;
    }

    /// <summary>Whether the next symbol is a dash that neither ends the class nor precedes a class.</summary>
    private bool IsRange()
    {
        var position = source.Position;
        var isRange = source.Take('-') && !source.IsAny("[]");
        source.Position = position;
        return isRange;
    }

    private bool IsIntersection()
    {
        var position = source.Position;
        var isIntersection = source.Take('&') && source.Is('&');
        source.Position = position;
        return isIntersection;
    }
}
