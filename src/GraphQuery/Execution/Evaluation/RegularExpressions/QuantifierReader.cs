namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Parses the quantifier after a piece; reluctant quantifiers are equivalent to greedy ones for a match of the whole text.</summary>
internal sealed class QuantifierReader(PatternSource source)
{
    /// <summary>
    /// Maximum number of code points of a pattern with all repetitions expanded: the maximum number of states of .NET's automaton
    /// (REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE).
    /// </summary>
    internal const int MaxSize = 10_000;

    /// <summary>The piece with its quantifier, or unchanged if there is none.</summary>
    public PatternNode Read(PatternNode piece)
    {
        var at = source.At;
        if (!source.IsAny("*+?{"))
        {
            return piece;
        }

        var (least, most) = ReadBounds(at);
        source.SkipIgnored();
        if (source.Is('+'))
        {
            throw source.NotLinear(source.At, "a possessive quantifier");
        }

        source.Take('?');
        if (source.IsAny("*+?{"))
        {
            throw source.Wrong(source.At, "a quantifier of a quantifier without parentheses");
        }

        var repeat = new RepeatNode(piece, least, most);
        return repeat.Size <= MaxSize ? repeat : throw source.Wrong(at, $"repetitions of more than {MaxSize} characters");
    }

    private (int Least, int? Most) ReadBounds(int at)
    {
        var symbol = source.Next();
        switch (symbol)
        {
            case '*':
                return (0, null);
            case '+':
                return (1, null);
            case '?':
                return (0, 1);
        }

        var least = ReadCount(at);
        int? most = least;
        source.SkipIgnored();
        if (source.Take(','))
        {
            most = source.Is('}') ? null : ReadCount(at);
            source.SkipIgnored();
        }

        if (!source.Is('}'))
        {
            throw source.Wrong(at, "an unfinished quantifier {n}, {n,} or {n,m}");
        }

        source.Next();
        return most is null || most >= least ? (least, most) : throw source.Wrong(at, "reversed quantifier range");
    }

    private int ReadCount(int at)
    {
        if (source.Point is not (>= '0' and <= '9'))
        {
            throw source.Wrong(at, "an unfinished quantifier {n}, {n,} or {n,m}");
        }

        long count = 0;
        while (source.Point is >= '0' and <= '9')
        {
            count = count * 10 + source.Next() - '0';
            if (count > MaxSize)
            {
                throw source.Wrong(at, $"repetitions of more than {MaxSize} characters");
            }
        }

        return (int)count;
    }
}
