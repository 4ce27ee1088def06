namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses clauses, each by its first word; the updating ones are <see cref="UpdateParser"/>'s.</summary>
internal sealed class ClauseParser
{
    private static readonly HashSet<string> FirstWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "DETACH", "FOREACH",
    };

    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly QueryParser _queries;
    private readonly UpdateParser _updates;

    /// <summary>Makes one over the tokens of a query.</summary>
    public ClauseParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
    {
        _reader = reader;
        _expressions = expressions;
        _queries = queries;
        _updates = new UpdateParser(reader, expressions);
    }

    /// <summary>Whether a word that begins a clause stands here.</summary>
    public bool IsClause() => _reader.Current.Kind == TokenKind.Name && _reader.Ahead(1).Kind != TokenKind.Equal && FirstWords.Contains(_reader.Current.Text);

    /// <summary>Parses the next clause, or gives null where none begins here.</summary>
    public Clause? TryParse()
    {
        var start = _reader.Current.Span;
        if (_reader.TryTake("OPTIONAL"))
        {
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

        return _reader.TryTake("CALL") ? ParseCall(start) : _updates.TryParse();
    }

    /// <summary>Parses what follows MATCH.</summary>
    public MatchClause ParseMatchBody(bool optional, SourceSpan start)
    {
        var patterns = _expressions.Patterns.ParseList();
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

        var order = _reader.TryTake("ORDER", "BY") ? ParseOrder() : [];
        var skip = _reader.TryTake("SKIP") || _reader.TryTake("OFFSET") ? _expressions.Parse() : null;
        var limit = _reader.TryTake("LIMIT") ? _expressions.Parse() : null;
        return new Projection(distinct, star, items, order, skip, limit, start.To(_reader.Last));
    }

    private ProjectionItem ParseProjectionItem()
    {
        var from = _reader.Current.Span;
        var value = _expressions.Parse();
        var text = from.To(_reader.Last).In(_reader.Text);
        var alias = _reader.TryTake("AS") ? _reader.ExpectName("a name for the column").Text : null;

        // A plain variable names its column without the back-ticks it may be written in.
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

    private Clause ParseCall(SourceSpan start)
    {
        if (_reader.Is(TokenKind.LeftBrace) || _reader.Is(TokenKind.LeftParenthesis))
        {
            return ParseCallSubquery(start);
        }

        var name = _reader.ExpectName("the name of a procedure").Text;
        while (_reader.TryTake(TokenKind.Dot))
        {
            name += "." + _reader.ExpectName("the next part of the name").Text;
        }

        var arguments = _reader.TryTake(TokenKind.LeftParenthesis) ? _expressions.ParseListUntil(TokenKind.RightParenthesis, "',' or ')'") : null;
        if (!_reader.TryTake("YIELD"))
        {
            return new CallClause(name, arguments, null, YieldAll: false, null, start.To(_reader.Last));
        }

        var all = _reader.TryTake(TokenKind.Star);
        var items = all ? null : ParseYield();
        return new CallClause(name, arguments, items, all, ParseWhere(), start.To(_reader.Last));
    }

    private CallSubqueryClause ParseCallSubquery(SourceSpan start)
    {
        List<Variable>? imports = null;
        if (_reader.TryTake(TokenKind.LeftParenthesis))
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
        return new CallSubqueryClause(imports, body, start.To(_reader.Last));
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
