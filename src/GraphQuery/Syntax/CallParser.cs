namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses constructs that start with a word: function calls, count(*), quantifiers, reduce, shortest paths, subqueries and CASE.</summary>
internal sealed class CallParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
{
    /// <summary>Parses a call; null if there is none here.</summary>
    public Expression? TryParse()
    {
        var token = reader.Current;
        if (token.Kind == TokenKind.Name && reader.Ahead(1).Kind == TokenKind.LeftBrace)
        {
            return token.Text.ToUpperInvariant() switch
            {
                "EXISTS" => ParseSubquery(SubqueryKind.Exists),
                "COUNT" => ParseSubquery(SubqueryKind.Count),
                "COLLECT" => ParseSubquery(SubqueryKind.Collect),
                _ => null,
            };
        }

        if (token.Kind == TokenKind.Name && reader.Ahead(1).Kind == TokenKind.LeftParenthesis && TryParseSpecial(token) is { } special)
        {
            return special;
        }

        return IsCall() ? ParseFunction() : null;
    }

    /// <summary>Parses <c>CASE … END</c>.</summary>
    public CaseExpression ParseCase()
    {
        using var level = reader.Enter();
        var start = reader.Take();
        var subject = reader.Is("WHEN") ? null : expressions.Parse();
        var branches = new List<CaseBranch>();
        while (reader.TryTake("WHEN"))
        {
            var whens = ParseWhens(subject);
            reader.Expect("THEN");
            var then = expressions.Parse();
            branches.AddRange(whens.Select(when => when with { Then = then }));
        }

        if (branches.Count == 0)
        {
            throw reader.Unexpected("WHEN");
        }

        if (branches.Exists(branch => branch.IsCondition))
        {
            // If one branch uses an operator other than '=', all branches become conditions.
            branches = [.. branches.Select(branch => branch.IsCondition ? branch : branch with
            {
                When = new Binary(BinaryOperator.Equal, new CaseSubject(subject!.Span), branch.When, branch.When.Span),
                IsCondition = true,
            })];
        }

        var otherwise = reader.TryTake("ELSE") ? expressions.Parse() : null;
        reader.Expect("END");
        return new CaseExpression(subject, branches, otherwise, start.Span.To(reader.Last));
    }

    /// <summary>Parses the part between WHEN and THEN: with a subject, one or more values or comparisons that start with their operator.</summary>
    private List<CaseBranch> ParseWhens(Expression? subject)
    {
        var whens = new List<CaseBranch>();
        do
        {
            var rest = subject is null ? null : expressions.TryParseRest(new CaseSubject(subject.Span));
            whens.Add(new CaseBranch(rest ?? expressions.Parse(), Literal.Null, IsCondition: rest is not null));
        }
        while (subject is not null && reader.TryTake(TokenKind.Comma));
        return whens;
    }

    private Expression? TryParseSpecial(Token token) => token.Text.ToUpperInvariant() switch
    {
        "COUNT" when reader.Ahead(2).Kind == TokenKind.Star && reader.Ahead(3).Kind == TokenKind.RightParenthesis => ParseCountStar(),
        "ALL" => TryParseQuantifier(QuantifierKind.All),
        "ANY" => TryParseQuantifier(QuantifierKind.Any),
        "NONE" => TryParseQuantifier(QuantifierKind.None),
        "SINGLE" => TryParseQuantifier(QuantifierKind.Single),
        "REDUCE" => TryParseReduce(),
        "TRIM" => TryParseTrim(),
        "SHORTESTPATH" or "ALLSHORTESTPATHS" => ParseShortestPath(),
        _ => null,
    };

    private CountStar ParseCountStar()
    {
        var start = reader.Take();
        reader.Take();
        reader.Take();
        reader.Take();
        return new CountStar(start.Span.To(reader.Last));
    }

    private Quantifier? TryParseQuantifier(QuantifierKind kind)
    {
        if (!reader.Ahead(3).IsKeyword("IN"))
        {
            return null;
        }

        var start = reader.Take();
        reader.Take();
        var variable = reader.ExpectVariable().Name;
        reader.Expect("IN");
        var source = expressions.Parse();
        reader.Expect("WHERE");
        var where = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new Quantifier(kind, variable, source, where, start.Span.To(reader.Last));
    }

    private Reduce? TryParseReduce()
    {
        if (reader.Ahead(3).Kind != TokenKind.Equal)
        {
            return null;
        }

        var start = reader.Take();
        reader.Take();
        var accumulator = reader.ExpectVariable().Name;
        reader.Take();
        var initial = expressions.Parse();
        reader.Expect(TokenKind.Comma, "','");
        var variable = reader.ExpectVariable().Name;
        reader.Expect("IN");
        var source = expressions.ParseBeforeBar();
        reader.Expect(TokenKind.Bar, "'|'");
        var body = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new Reduce(accumulator, initial, variable, source, body, start.Span.To(reader.Last));
    }

    /// <summary><c>trim(BOTH 'x' FROM text)</c>, as a call of btrim, lTrim or rTrim.</summary>
    private FunctionCall? TryParseTrim()
    {
        var side = reader.Ahead(2);
        var name = side.IsKeyword("BOTH") ? "btrim" : side.IsKeyword("LEADING") ? "lTrim" : side.IsKeyword("TRAILING") ? "rTrim" : null;
        if (name is null || reader.Ahead(3).Kind is TokenKind.RightParenthesis or TokenKind.Comma or TokenKind.Dot)
        {
            return null;
        }

        var start = reader.Take();
        reader.Take();
        reader.Take();
        var set = reader.Is("FROM") ? null : expressions.Parse();
        reader.Expect("FROM");
        var text = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new FunctionCall(name, Distinct: false, set is null ? [text] : [text, set], start.Span.To(reader.Last));
    }

    private ShortestPathExpression ParseShortestPath()
    {
        var start = reader.Current;
        var pattern = expressions.Patterns.ParseShortest(null, start.Span);
        return new ShortestPathExpression(pattern, pattern.Span);
    }

    private Subquery ParseSubquery(SubqueryKind kind)
    {
        using var level = reader.Enter();
        var start = reader.Take();
        reader.Take();
        var outside = reader.Tallest;
        reader.Tallest = 0;
        var body = queries.ParseSubquery();
        reader.Expect(TokenKind.RightBrace, "'}'");
        var height = reader.Tallest + 1;
        reader.Tallest = outside;
        return new Subquery(kind, body, start.Span.To(reader.Last), height);
    }

    /// <summary>Whether a dotted name with an opening parenthesis starts here.</summary>
    private bool IsCall()
    {
        var ahead = 1;
        while (reader.Ahead(ahead).Kind == TokenKind.Dot && reader.Ahead(ahead + 1).Kind is TokenKind.Name or TokenKind.QuotedName)
        {
            ahead += 2;
        }

        return reader.Ahead(ahead).Kind == TokenKind.LeftParenthesis;
    }

    private FunctionCall ParseFunction()
    {
        var start = reader.Current;
        var name = ParseDottedName();
        reader.Expect(TokenKind.LeftParenthesis, "'('");
        var distinct = reader.Is("DISTINCT") && reader.Ahead(1).Kind is not (TokenKind.Comma or TokenKind.RightParenthesis) && reader.TryTake("DISTINCT");
        var arguments = expressions.ParseListUntil(TokenKind.RightParenthesis, "',' or ')'");
        return new FunctionCall(name, distinct, arguments, start.Span.To(reader.Last));
    }

    private string ParseDottedName()
    {
        var name = reader.ExpectName("a function").Text;
        while (reader.TryTake(TokenKind.Dot))
        {
            name += "." + reader.ExpectName("the next part of the name").Text;
        }

        return name;
    }
}
