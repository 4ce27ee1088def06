using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>
/// Parses a whole query: text → <see cref="Token"/>s (<see cref="Lexer"/>) → <see cref="Query"/>. The entry point of the syntax stage.
/// Hand-written recursive descent; length, depth and height are bounded, so that no text overflows the stack.
/// </summary>
internal sealed class QueryParser
{
    private readonly TokenReader _reader;
    private readonly ClauseParser _clauses;

    private QueryParser(string text, Action? tick)
    {
        _reader = new TokenReader(text, tick);
        var expressions = new ExpressionParser(_reader, this);
        _clauses = new ClauseParser(_reader, expressions, this);
    }

    /// <summary>Parses a text; throws a <see cref="CypherException"/> with its position if it is not a query.</summary>
    /// <param name="text">The query text.</param>
    /// <param name="tick">Called for each token; may throw to end the parsing.</param>
    public static Query Parse(string text, Action? tick = null)
    {
        if (text.Length > TokenReader.MaxLength)
        {
            throw SyntaxFault.At(text, 0, CypherErrorType.LimitError, "QueryTooLong", $"The query has {text.Length} characters, more than {TokenReader.MaxLength}.");
        }

        var parser = new QueryParser(text, tick);
        var mode = parser.ParseMode();
        var query = parser.ParseUnion() with { Mode = mode };
        var isEnded = parser._reader.TryTake(TokenKind.Semicolon);
        return parser._reader.Is(TokenKind.End) ? query
            : isEnded ? throw parser._reader.Unexpected("the end of the query: statements are sent one by one")
            : throw parser._reader.Unexpected("a clause or the end of the query");
    }

    /// <summary>Parses the query between braces; a bare pattern with WHERE becomes a MATCH.</summary>
    public Query ParseSubquery()
    {
        var start = _reader.Current.Span;
        if (_clauses.IsClause())
        {
            return ParseUnion();
        }

        var match = _clauses.ParseMatchBody(optional: false, start);
        return new Query(QueryMode.Run, [new SingleQuery([match])], []);
    }

    /// <summary>Parses single queries joined by UNION.</summary>
    public Query ParseUnion()
    {
        using var level = _reader.Enter();
        var parts = new List<SingleQuery> { ParseSingle() };
        var unions = new List<Union>();
        while (_reader.Is("UNION"))
        {
            var span = _reader.Take().Span;
            unions.Add(new Union(_reader.TryTake("ALL"), span));
            _reader.TryTake("DISTINCT");
            parts.Add(ParseSingle());
        }

        return new Query(QueryMode.Run, parts, unions);
    }

    private QueryMode ParseMode()
    {
        SkipOptions();
        var mode = _reader.TryTake("EXPLAIN") ? QueryMode.Explain : _reader.TryTake("PROFILE") ? QueryMode.Profile : QueryMode.Run;
        SkipOptions();
        return mode;
    }

    /// <summary>Skips <c>CYPHER 5 runtime = slotted</c> before a statement: a choice among Neo4j's ways to run a query, which does not change the result.</summary>
    private void SkipOptions()
    {
        if (!_reader.TryTake("CYPHER"))
        {
            return;
        }

        if (_reader.Is(TokenKind.Integer) && _reader.Current.Text != "5")
        {
            throw _reader.Fault("UnsupportedStatement", $"CYPHER {_reader.Current.Text} is not supported: statements are read as those of Cypher 5.");
        }

        _ = _reader.TryTake(TokenKind.Integer);
        while (_reader.Ahead(1).Kind == TokenKind.Equal)
        {
            _reader.ExpectName("the name of an option");
            _reader.Take();
            _reader.Take();
        }
    }

    /// <summary>The RETURN implied by <c>SHOW … YIELD … ORDER BY …</c>: returns the yielded columns.</summary>
    private static ReturnClause ReturnOf(CallClause show, SourceSpan span)
    {
        ProjectionItem[] yielded = [.. (show.Yield ?? []).Select(item => new ProjectionItem(item.Variable, item.Variable.Name, item.Variable.Name))];
        return new ReturnClause(new Projection(Distinct: false, Star: yielded.Length == 0, yielded, [], null, null, span), span);
    }

    private SingleQuery ParseSingle()
    {
        var clauses = new List<Clause>();
        while (_clauses.TryParse() is { } clause)
        {
            clauses.Add(clause);
        }

        if (clauses is [CallClause { IsShow: true } show, WithClause last])
        {
            clauses.Add(ReturnOf(show, last.Span));
        }

        return clauses.Count > 0 ? new SingleQuery(clauses) : throw _reader.Unexpected("a clause such as MATCH, CREATE or RETURN");
    }
}
