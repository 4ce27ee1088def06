namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Reads a class in brackets to the set that it stands for: unions, intersections by &amp;&amp; and complements, of which ^ holds for the whole class; java.util.regex.Pattern, section "Character classes".</summary>
internal sealed class ClassReader(PatternSource source, EscapeReader escapes)
{
    /// <summary>Reads a class whose bracket is the next symbol.</summary>
    /// <param name="depth">Classes and groups around it.</param>
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

    /// <summary>What stands right of &amp;&amp;. Java takes an empty right side or a third &amp; in ways that nobody means.</summary>
    private CodePointSet ReadRight(int depth)
    {
        var at = source.At;
        source.Next();
        source.Next();
        source.SkipIgnored();
        return source.IsAny("]&") ? throw source.Unsupported(at, "'&&' with no set after it") : ReadUnion(depth);
    }

    /// <summary>Items up to ] or &amp;&amp;; a ] in the first place is an item.</summary>
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

    /// <summary>One character or set. As a bound \v is the vertical tab, which it was before it became a set.</summary>
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

    /// <summary>True for a dash that neither ends the class nor stands before a class.</summary>
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
