namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses clauses, selected by their first word; <see cref="UpdateParser"/> parses the updating clauses.</summary>
internal sealed class ClauseParser
{
    private static readonly HashSet<string> FirstWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "FINISH", "CALL", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "NODETACH", "INSERT", "FOREACH",
    };

    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly QueryParser _queries;
    private readonly UpdateParser _updates;

    /// <summary>Creates a parser over the tokens of a query.</summary>
    public ClauseParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
    {
        _reader = reader;
        _expressions = expressions;
        _queries = queries;
        _updates = new UpdateParser(reader, expressions);
    }

    /// <summary>Whether the current token starts a clause.</summary>
    public bool IsClause() => _reader.Current.Kind == TokenKind.Name && _reader.Ahead(1).Kind != TokenKind.Equal && FirstWords.Contains(_reader.Current.Text);

    /// <summary>Parses the next clause; null if there is none here.</summary>
    public Clause? TryParse()
    {
        var start = _reader.Current.Span;
        if (_reader.TryTake("OPTIONAL"))
        {
            if (_reader.TryTake("CALL"))
            {
                return ParseCall(start, optional: true);
            }

            _reader.Expect("MATCH");
            return ParseMatchBody(optional: true, start);
        }

        if (_reader.TryTake("MATCH"))
        {
            return ParseMatchBody(optional: false, start);
        }

        if (_reader.TryTake("UNWIND"))
        {
            return ParseUnwind(start);
        }

        if (_reader.TryTake("WITH"))
        {
            return ParseWith(start);
        }

        if (_reader.TryTake("RETURN"))
        {
            return new ReturnClause(ParseProjection(start), start.To(_reader.Last));
        }

        if (_reader.TryTake("FINISH"))
        {
            return new FinishClause(start);
        }

        if (TryParseOrderAndSlice(start) is { } slice)
        {
            return slice;
        }

        RefusedStatements.Check(_reader);
        if (_reader.TryTake("SHOW"))
        {
            return ParseShow(start);
        }

        return _reader.TryTake("CALL") ? ParseCall(start, optional: false) : _updates.TryParse();
    }

    /// <summary>Parses what follows MATCH.</summary>
    public MatchClause ParseMatchBody(bool optional, SourceSpan start)
    {
        var patterns = _expressions.Patterns.ParseList();
        new HintParser(_reader).Skip();
        return new MatchClause(optional, patterns, ParseWhere(), start.To(_reader.Last));
    }

    private Expression? ParseWhere() => _reader.TryTake("WHERE") ? _expressions.Parse() : null;

    private UnwindClause ParseUnwind(SourceSpan start)
    {
        var source = _expressions.Parse();
        _reader.Expect("AS");
        var variable = _reader.ExpectVariable();
        return new UnwindClause(source, variable, start.To(variable.Span));
    }

    private WithClause ParseWith(SourceSpan start)
    {
        var projection = ParseProjection(start);
        return new WithClause(projection, ParseWhere(), start.To(_reader.Last));
    }

    private Projection ParseProjection(SourceSpan start)
    {
        var distinct = _reader.TryTake("DISTINCT");
        var star = _reader.TryTake(TokenKind.Star);
        var items = new List<ProjectionItem>();
        if (!star || _reader.TryTake(TokenKind.Comma))
        {
            do
            {
                items.Add(ParseProjectionItem());
            }
            while (_reader.TryTake(TokenKind.Comma));
        }

        return ParseOrderAndSlice(new Projection(distinct, star, items, [], null, null, start), start);
    }

    private Projection ParseOrderAndSlice(Projection projection, SourceSpan start)
    {
        var order = _reader.TryTake("ORDER", "BY") ? ParseOrder() : [];
        var skip = _reader.TryTake("SKIP") || _reader.TryTake("OFFSET") ? _expressions.Parse() : null;
        var limit = _reader.TryTake("LIMIT") ? _expressions.Parse() : null;
        return projection with { OrderBy = order, Skip = skip, Limit = limit, Span = start.To(_reader.Last) };
    }

    /// <summary>Parses ORDER BY, SKIP and LIMIT as a clause of their own, equivalent to the same after <c>WITH *</c>.</summary>
    private WithClause? TryParseOrderAndSlice(SourceSpan start)
    {
        if (!(_reader.Is("ORDER") && _reader.Ahead(1).IsKeyword("BY")) && !_reader.Is("SKIP") && !_reader.Is("OFFSET") && !_reader.Is("LIMIT"))
        {
            return null;
        }

        var projection = ParseOrderAndSlice(new Projection(Distinct: false, Star: true, [], [], null, null, start), start);
        return new WithClause(projection, ParseWhere(), start.To(_reader.Last));
    }

    private ProjectionItem ParseProjectionItem()
    {
        var from = _reader.Current.Span;
        var value = _expressions.Parse();
        var text = from.To(_reader.Last).In(_reader.Text);
        var alias = _reader.TryTake("AS") ? _reader.ExpectName("a name for the column").Text : null;

        // A column that is a plain variable has the variable's name without back-ticks.
        return new ProjectionItem(value, alias ?? (value as Variable)?.Name, text);
    }

    private List<SortItem> ParseOrder()
    {
        var items = new List<SortItem>();
        do
        {
            var value = _expressions.Parse();
            var descending = _reader.TryTake("DESC") || _reader.TryTake("DESCENDING");
            _ = descending || _reader.TryTake("ASC") || _reader.TryTake("ASCENDING");
            items.Add(new SortItem(value, descending));
        }
        while (_reader.TryTake(TokenKind.Comma));
        return items;
    }

    private CallClause ParseShow(SourceSpan start)
    {
        var name = new ShowParser(_reader).ParseName();
        return ParseYieldOf(new CallClause(name, [], null, YieldAll: true, null, Optional: false, start), start);
    }

    private Clause ParseCall(SourceSpan start, bool optional)
    {
        if (_reader.Is(TokenKind.LeftBrace) || _reader.Is(TokenKind.LeftParenthesis))
        {
            return ParseCallSubquery(start, optional);
        }

        var name = _reader.ExpectName("the name of a procedure").Text;
        while (_reader.TryTake(TokenKind.Dot))
        {
            name += "." + _reader.ExpectName("the next part of the name").Text;
        }

        var arguments = _reader.TryTake(TokenKind.LeftParenthesis) ? _expressions.ParseListUntil(TokenKind.RightParenthesis, "',' or ')'") : null;
        return ParseYieldOf(new CallClause(name, arguments, null, YieldAll: false, null, optional, start.To(_reader.Last)), start);
    }

    private CallClause ParseYieldOf(CallClause call, SourceSpan start)
    {
        if (_reader.TryTake("YIELD"))
        {
            var all = _reader.TryTake(TokenKind.Star);
            call = call with { YieldAll = all, Yield = all ? null : ParseYield() };
        }
        else if (call.Arguments is null || !call.YieldAll)
        {
            return call;
        }

        return call with { Where = ParseWhere(), Span = start.To(_reader.Last) };
    }

    private CallSubqueryClause ParseCallSubquery(SourceSpan start, bool optional)
    {
        List<Variable>? imports = null;
        var all = _reader.Is(TokenKind.LeftParenthesis) && _reader.Ahead(1).Kind == TokenKind.Star;
        if (all)
        {
            _reader.Take();
            _reader.Take();
            _reader.Expect(TokenKind.RightParenthesis, "')'");
        }
        else if (_reader.TryTake(TokenKind.LeftParenthesis))
        {
            imports = [];
            while (!_reader.TryTake(TokenKind.RightParenthesis))
            {
                imports.Add(_reader.ExpectVariable());
                if (!_reader.TryTake(TokenKind.Comma) && !_reader.Is(TokenKind.RightParenthesis))
                {
                    throw _reader.Unexpected("',' or ')'");
                }
            }
        }

        _reader.Expect(TokenKind.LeftBrace, "'{'");
        var body = _queries.ParseUnion();
        _reader.Expect(TokenKind.RightBrace, "'}'");
        return _reader.Is("IN")
            ? throw _reader.Fault("UnsupportedStatement", "CALL { … } IN TRANSACTIONS is not supported: a statement changes the graph as a whole. Leave IN TRANSACTIONS out.")
            : new CallSubqueryClause(imports, all, body, optional, start.To(_reader.Last));
    }

    private List<YieldItem> ParseYield()
    {
        var items = new List<YieldItem>();
        do
        {
            var output = _reader.ExpectVariable();
            items.Add(new YieldItem(output.Name, _reader.TryTake("AS") ? _reader.ExpectVariable() : output));
        }
        while (_reader.TryTake(TokenKind.Comma));
        return items;
    }
}
