namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Parses Java's syntax of regular expressions (java.util.regex.Pattern, Java 17) to nodes, resolving the flags.</summary>
internal sealed class PatternParser
{
    /// <summary>Maximum nesting of groups and classes.</summary>
    private const int MaxDepth = 250;

    private readonly PatternSource _source;
    private readonly EscapeReader _escapes;
    private readonly ClassReader _classes;
    private readonly GroupReader _groups;
    private readonly QuantifierReader _quantifiers;

    private PatternParser(PatternSource source)
    {
        _source = source;
        _escapes = new(source);
        _classes = new(source, _escapes);
        _groups = new(source);
        _quantifiers = new(source);
    }

    /// <summary>Parses a whole pattern; throws a user error with its position.</summary>
    public static PatternNode Parse(PatternSource source)
    {
        var node = new PatternParser(source).ReadChoice(0);
        return source.IsAtEnd ? node : throw source.Wrong(source.At, "too many closing parentheses");
    }

    /// <summary>Throws if a group or class at this position is nested too deeply.</summary>
    internal static void CheckDepth(PatternSource source, int depth)
    {
        if (depth >= MaxDepth)
        {
            throw source.Wrong(source.At, $"more than {MaxDepth} groups and classes within each other");
        }
    }

    private PatternNode ReadChoice(int depth)
    {
        var ways = new List<PatternNode> { ReadSequence(depth) };
        while (_source.Take('|'))
        {
            ways.Add(ReadSequence(depth));
        }

        return ways.Count == 1 ? ways[0] : new ChoiceNode(ways);
    }

    private PatternNode ReadSequence(int depth)
    {
        var parts = new List<PatternNode>();
        _source.SkipIgnored();
        while (!_source.IsAtEnd && !_source.IsAny("|)"))
        {
            if (ReadPiece(depth) is { } piece)
            {
                _source.SkipIgnored();
                parts.Add(_quantifiers.Read(piece));
            }

            _source.SkipIgnored();
        }

        return parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    /// <summary>Reads a piece that can be quantified, or a flag group, for which it returns null.</summary>
    private PatternNode? ReadPiece(int depth)
    {
        var at = _source.At;
        if (_source.Is('('))
        {
            return ReadGroup(depth);
        }

        if (_source.Is('['))
        {
            return new SetNode(_classes.Read(depth));
        }

        if (_source.Is('\\'))
        {
            return ReadEscape();
        }

        if (_source.IsAny("*+?{"))
        {
            throw _source.Wrong(at, "a quantifier after nothing");
        }

        var isOperator = _source.IsAny(".^$");
        var point = _source.Next();
        return isOperator ? ReadOperator((char)point, at) : new SetNode(CodePointSet.Of(CaseFolding.Widen(point, _source.Flags)));
    }

    private PatternNode ReadOperator(char symbol, int at)
    {
        var isMultiline = _source.Flags.HasFlag(PatternFlags.Multiline);
        return symbol switch
        {
            '.' => new SetNode(CharacterSets.Dot(_source.Flags)),
            '^' => Anchor(isMultiline ? AnchorKind.LineStart : AnchorKind.TextStart, "^", at),
            _ => Anchor(isMultiline ? AnchorKind.LineEnd : AnchorKind.LastLineEnd, "$", at),
        };
    }

    private PatternNode? ReadGroup(int depth)
    {
        CheckDepth(_source, depth);
        var outside = _source.Flags;
        if (!_groups.ReadOpening())
        {
            return null;
        }

        var body = ReadChoice(depth + 1);
        if (!_source.Is(')'))
        {
            throw _source.Wrong(_source.At, "insufficient closing parentheses");
        }

        // The flags of the group end before white space after it is skipped.
        _source.Next();
        _source.Flags = outside;
        return body;
    }

    private PatternNode ReadEscape()
    {
        var (position, at) = (_source.Position, _source.At);
        _source.Next();
        var letter = _source.Next();
        if (ReadPlace(letter, at) is { } place)
        {
            return place;
        }

        _source.Position = position;
        var escaped = _escapes.Read();
        return new SetNode(escaped.Set ?? CodePointSet.Of(CaseFolding.Widen(escaped.Point!.Value, _source.Flags)));
    }

    /// <summary>Escapes that are not a single character; null for other escapes.</summary>
    private PatternNode? ReadPlace(int letter, int at) => letter switch
    {
        'A' => Anchor(AnchorKind.TextStart, @"\A", at),
        'z' => Anchor(AnchorKind.TextEnd, @"\z", at),
        'Z' => Anchor(AnchorKind.LastLineEnd, @"\Z", at),
        'b' when !IsGrapheme() => Anchor(AnchorKind.WordBoundary, @"\b", at),
        'B' => Anchor(AnchorKind.NoWordBoundary, @"\B", at),
        'R' => new ChoiceNode([
            new SequenceNode([new SetNode(CodePointSet.Parse("D")), new SetNode(CodePointSet.Parse("A"))]),
            new SetNode(CharacterSets.VerticalSpace)]),
        'b' => throw _source.Unsupported(at, "a boundary of graphemes (\\b{g})"),
        'G' => throw _source.Unsupported(at, "the end of the match before (\\G)"),
        'X' => throw _source.Unsupported(at, "a grapheme (\\X)"),
        _ => null,
    };

    private bool IsGrapheme()
    {
        var position = _source.Position;
        var isGrapheme = _source.Take('{') && _source.Take('g') && _source.Is('}');
        _source.Position = position;
        return isGrapheme;
    }

    private AnchorNode Anchor(AnchorKind kind, string text, int at) => new(kind, _source.Flags.HasFlag(PatternFlags.UnixLines), text, at);
}
