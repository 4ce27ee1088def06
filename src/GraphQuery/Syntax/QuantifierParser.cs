namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses quantifiers of parts of a pattern (<c>+</c>, <c>*</c>, <c>{1,3}</c>) and path selectors (<c>SHORTEST 2 GROUPS</c>).</summary>
internal sealed class QuantifierParser(TokenReader reader)
{
    private int _end = -1;

    /// <summary>Whether the token before the current one ended a quantifier.</summary>
    public bool HasJustEnded => _end == reader.Mark;

    /// <summary>Parses a quantifier; null if there is none here.</summary>
    public VariableLength? TryParse()
    {
        var length = reader.TryTake(TokenKind.Plus) ? new VariableLength(1, null)
            : reader.TryTake(TokenKind.Star) ? new VariableLength(0, null)
            : reader.TryTake(TokenKind.LeftBrace) ? ParseRange()
            : null;
        _end = length is null ? -1 : reader.Mark;
        return length;
    }

    /// <summary>Whether a parenthesis around a whole pattern starts here, and whether a quantifier follows it.</summary>
    public bool IsParenthesized(out bool isQuantified)
    {
        isQuantified = false;
        if (!reader.Is(TokenKind.LeftParenthesis) || reader.Ahead(1).Kind != TokenKind.LeftParenthesis)
        {
            return false;
        }

        var depth = 0;
        for (var ahead = 0; reader.Ahead(ahead).Kind is not TokenKind.End; ahead++)
        {
            depth += reader.Ahead(ahead).Kind switch
            {
                TokenKind.LeftParenthesis => 1,
                TokenKind.RightParenthesis => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                isQuantified = reader.Ahead(ahead + 1).Kind is TokenKind.Plus or TokenKind.Star or TokenKind.LeftBrace;
                return true;
            }
        }

        return false;
    }

    /// <summary>Parses <c>SHORTEST k [GROUPS]</c>, <c>ANY [SHORTEST | k]</c>, <c>ALL [SHORTEST]</c>; the selector is null for all paths. Returns false if there is none.</summary>
    public bool TryParseSelector(out PathSelector? selector)
    {
        selector = null;
        if (reader.TryTake("ALL"))
        {
            selector = reader.TryTake("SHORTEST") ? new PathSelector(1, Groups: true) : null;
        }
        else if (reader.TryTake("ANY"))
        {
            selector = new PathSelector(reader.TryTake("SHORTEST") ? 1 : ParseCount() ?? 1, Groups: false);
        }
        else if (reader.TryTake("SHORTEST"))
        {
            var count = ParseCount();
            SkipPaths();
            var groups = reader.TryTake("GROUPS") || reader.TryTake("GROUP");
            selector = count is not null || groups ? new PathSelector(count ?? 1, groups) : throw reader.Unexpected("a number of paths, as in SHORTEST 1");
        }
        else
        {
            return false;
        }

        SkipPaths();
        return true;
    }

    private void SkipPaths() => _ = reader.TryTake("PATHS") || reader.TryTake("PATH");

    private VariableLength ParseRange()
    {
        var start = reader.Last;
        var minimum = ParseBound();
        var maximum = reader.TryTake(TokenKind.Comma) ? ParseBound() : minimum ?? throw reader.Unexpected("a number of repetitions");
        reader.Expect(TokenKind.RightBrace, "'}'");
        return maximum < (minimum ?? 0) || maximum == 0
            ? throw SyntaxFault.At(reader.Text, start.Start, "InvalidRelationshipPattern", "A quantifier counts up to at least 1, and not down.")
            : new VariableLength(minimum ?? 0, maximum);
    }

    private int? ParseCount() =>
        ParseBound() is not { } count ? null
        : count > 0 ? count
        : throw SyntaxFault.At(reader.Text, reader.Last.Start, "InvalidRelationshipPattern", "The number of paths is at least 1.");

    private int? ParseBound() =>
        reader.Is(TokenKind.Integer) ? (int)Math.Min(NumberLiteral.Read(reader, reader.Take(), negative: false).AsInteger(), int.MaxValue) : null;
}
