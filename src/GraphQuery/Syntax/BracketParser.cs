namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses constructs that start with a bracket or brace: lists, comprehensions, subscripts, slices, maps and map projections.</summary>
internal sealed class BracketParser(TokenReader reader, ExpressionParser expressions)
{
    /// <summary>Parses <c>[…]</c>: list comprehension, pattern comprehension or list.</summary>
    public Expression ParseList()
    {
        var open = reader.Expect(TokenKind.LeftBracket, "'['");
        if (reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && reader.Ahead(1).IsKeyword("IN") && TryParseComprehension(open) is { } comprehension)
        {
            return comprehension;
        }

        if (TryParsePatternComprehension(open) is { } patterns)
        {
            return patterns;
        }

        var items = expressions.ParseListUntil(TokenKind.RightBracket, "',' or ']'");
        return new ListLiteral(items, open.Span.To(reader.Last));
    }

    /// <summary>Parses <c>[key]</c> or <c>[from..to]</c> after its owner.</summary>
    public Expression ParseSubscript(Expression owner)
    {
        reader.Expect(TokenKind.LeftBracket, "'['");
        var from = reader.Is(TokenKind.DotDot) ? null : expressions.Parse();
        if (!reader.TryTake(TokenKind.DotDot))
        {
            reader.Expect(TokenKind.RightBracket, "']'");

            // Without "..", from is set: it was parsed as the key.
            return new Subscript(owner, from!, owner.Span.To(reader.Last));
        }

        var to = reader.Is(TokenKind.RightBracket) ? null : expressions.Parse();
        reader.Expect(TokenKind.RightBracket, "']'");
        return new Slice(owner, from, to, owner.Span.To(reader.Last));
    }

    /// <summary>Parses <c>{key: value}</c>.</summary>
    public MapLiteral ParseMap()
    {
        using var level = reader.Enter();
        var open = reader.Expect(TokenKind.LeftBrace, "'{'");
        var entries = new List<MapEntry>();
        if (!reader.Is(TokenKind.RightBrace))
        {
            do
            {
                var key = reader.ExpectName("a key");
                reader.Expect(TokenKind.Colon, "':'");
                entries.Add(new MapEntry(key.Text, expressions.Parse()));
            }
            while (reader.TryTake(TokenKind.Comma));
        }

        reader.Expect(TokenKind.RightBrace, "',' or '}'");
        return new MapLiteral(entries, open.Span.To(reader.Last));
    }

    /// <summary>Parses <c>{.key, .*, name, key: value}</c> after a variable.</summary>
    public MapProjection ParseMapProjection(Variable owner)
    {
        reader.Expect(TokenKind.LeftBrace, "'{'");
        var items = new List<MapProjectionItem>();
        if (!reader.Is(TokenKind.RightBrace))
        {
            do
            {
                items.Add(ParseProjectionItem(owner));
            }
            while (reader.TryTake(TokenKind.Comma));
        }

        reader.Expect(TokenKind.RightBrace, "',' or '}'");
        return new MapProjection(owner, items, owner.Span.To(reader.Last));
    }

    private MapProjectionItem ParseProjectionItem(Variable owner)
    {
        if (reader.TryTake(TokenKind.Dot))
        {
            if (reader.TryTake(TokenKind.Star))
            {
                return new MapProjectionItem(null, null);
            }

            var property = reader.ExpectName("a property key or '*'");
            return new MapProjectionItem(property.Text, new Property(owner, property.Text, property.Span));
        }

        var key = reader.ExpectName("a key, '.key' or '.*'");
        var value = reader.TryTake(TokenKind.Colon) ? expressions.Parse() : new Variable(key.Text, key.Span);
        return new MapProjectionItem(key.Text, value);
    }

    private ListComprehension? TryParseComprehension(Token open)
    {
        if (reader.HasFailed(TokenReader.Attempt.Comprehension))
        {
            return null;
        }

        var mark = reader.Mark;
        var variable = reader.Take().Text;
        reader.Expect("IN");
        var source = expressions.ParseBeforeBar();
        var where = reader.TryTake("WHERE") ? expressions.ParseBeforeBar() : null;
        var projection = reader.TryTake(TokenKind.Bar) ? expressions.Parse() : null;
        if (where is null && projection is null && !reader.Is(TokenKind.RightBracket))
        {
            // [x IN list, …] is a list whose first item is a membership test.
            reader.Fail(mark, TokenReader.Attempt.Comprehension);
            return null;
        }

        reader.Expect(TokenKind.RightBracket, where is null ? "WHERE, '|' or ']'" : "'|' or ']'");
        return new ListComprehension(variable, source, where, projection, open.Span.To(reader.Last));
    }

    private PatternComprehension? TryParsePatternComprehension(Token open)
    {
        if (reader.HasFailed(TokenReader.Attempt.PatternComprehension))
        {
            return null;
        }

        var mark = reader.Mark;
        Variable? path = null;
        if (reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && reader.Ahead(1).Kind == TokenKind.Equal)
        {
            path = reader.ExpectVariable();
            reader.Take();
        }

        if (!reader.Is(TokenKind.LeftParenthesis)
            || expressions.Patterns.TryParseRelationshipChain() is not { } pattern
            || !(reader.Is("WHERE") || reader.Is(TokenKind.Bar)))
        {
            reader.Fail(mark, TokenReader.Attempt.PatternComprehension);
            return null;
        }

        var where = reader.TryTake("WHERE") ? expressions.ParseBeforeBar() : null;
        reader.Expect(TokenKind.Bar, "'|'");
        var projection = expressions.Parse();
        reader.Expect(TokenKind.RightBracket, "']'");
        return new PatternComprehension(pattern with { Variable = path }, where, projection, open.Span.To(reader.Last));
    }
}
