using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses patterns: <c>(a:Label {…})-[r:TYPE*1..2]->(b)</c>, also named, inside shortestPath or after SHORTEST.</summary>
internal sealed class PatternParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;
    private readonly QuantifierParser _quantifiers;
    private readonly PatternElementParser _elements;

    /// <summary>Creates a parser over the tokens of a query.</summary>
    public PatternParser(TokenReader reader, ExpressionParser expressions)
    {
        (_reader, _expressions) = (reader, expressions);
        _quantifiers = new QuantifierParser(reader);
        Labels = new LabelParser(reader, expressions);
        _elements = new PatternElementParser(reader, expressions, Labels, _quantifiers);
    }

    /// <summary>The label parser over the same tokens.</summary>
    public LabelParser Labels { get; }

    /// <summary>Parses a comma-separated list of patterns.</summary>
    public IReadOnlyList<PathPattern> ParseList()
    {
        var patterns = new List<PathPattern> { ParseNamed() };
        while (_reader.TryTake(TokenKind.Comma))
        {
            patterns.Add(ParseNamed());
        }

        return patterns;
    }

    /// <summary>Parses one pattern, with its name if it has one.</summary>
    public PathPattern ParseNamed()
    {
        var start = _reader.Current.Span;
        Variable? name = null;
        if (_reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && _reader.Ahead(1).Kind == TokenKind.Equal)
        {
            name = _reader.ExpectVariable();
            _reader.Take();
        }

        return _reader.Is("shortestPath") || _reader.Is("allShortestPaths") ? ParseShortest(name, start)
            : _quantifiers.TryParseSelector(out var selector) ? ParseSelected(name, start, selector)
            : ParsePath(name, start);
    }

    /// <summary>Parses <c>shortestPath(pattern)</c> or <c>allShortestPaths(pattern)</c>.</summary>
    public PathPattern ParseShortest(Variable? name, SourceSpan start)
    {
        var shape = _reader.Take().IsKeyword("shortestPath") ? PathShape.Shortest : PathShape.AllShortest;
        _reader.Expect(TokenKind.LeftParenthesis, "'('");
        var chain = ParseChain(name, start);
        _reader.Expect(TokenKind.RightParenthesis, "')'");
        return chain.Relationships.Count == 1
            ? chain with { Shape = shape, Span = start.To(_reader.Last) }
            : throw SyntaxFault.At(_reader.Text, start.Start, "InvalidRelationshipPattern", "A shortest path is sought along exactly one relationship pattern, as in shortestPath((a)-[*]-(b)).");
    }

    /// <summary>
    /// Parses a pattern with at least one relationship where an expression is allowed as well; otherwise resets the reader and returns null.
    /// </summary>
    public PathPattern? TryParseRelationshipChain()
    {
        if (_reader.HasFailed(TokenReader.Attempt.Pattern) || !LooksLikePattern())
        {
            return null;
        }

        var mark = _reader.Mark;
        try
        {
            var pattern = ParseChain(null, _reader.Current.Span);
            if (pattern.Relationships.Count > 0)
            {
                return pattern;
            }
        }
        catch (CypherException fault) when (fault.Type == CypherErrorType.SyntaxError)
        {
            // (a) - [1, 2] starts like a pattern; the expression parser reports the errors.
        }

        _reader.Fail(mark, TokenReader.Attempt.Pattern);
        return null;
    }

    /// <summary>Cheap test before a pattern is tried: whether the parenthesis that starts here is followed by a dash or arrow.</summary>
    private bool LooksLikePattern()
    {
        if (!_reader.Is(TokenKind.LeftParenthesis) || _reader.Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.Name or TokenKind.QuotedName or TokenKind.Colon or TokenKind.LeftBrace))
        {
            return false;
        }

        var depth = 0;
        for (var ahead = 0; _reader.Ahead(ahead).Kind is not TokenKind.End; ahead++)
        {
            depth += _reader.Ahead(ahead).Kind switch
            {
                TokenKind.LeftParenthesis => 1,
                TokenKind.RightParenthesis => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return IsDash(ahead + 1);
            }
        }

        return false;
    }

    private bool IsDash(int ahead)
    {
        var dash = _reader.Ahead(ahead).Kind == TokenKind.Less ? ahead + 1 : ahead;
        return _reader.Ahead(dash).Kind == TokenKind.Minus && _reader.Ahead(dash + 1).Kind is TokenKind.Minus or TokenKind.LeftBracket;
    }

    /// <summary>
    /// Parses the pattern after a selector such as SHORTEST. A single variable-length part becomes a shortest-path search; other patterns are matched as a whole, shortest first.
    /// </summary>
    private PathPattern ParseSelected(Variable? name, SourceSpan start, PathSelector? selector)
    {
        var path = ParsePath(name, start);
        if (selector is null)
        {
            return path;
        }

        var isSinglePart = path.Relationships is [{ Length: not null, Group: null or { Inner.Relationships.Count: 1 } }];
        return path.Relationships.Count > 0
            ? path with { Selector = selector, Shape = !isSinglePart ? PathShape.Every : selector.Groups ? PathShape.AllShortest : PathShape.Shortest, Span = start.To(_reader.Last) }
            : throw SyntaxFault.At(_reader.Text, start.Start, "InvalidRelationshipPattern", "SHORTEST takes a pattern with relationships, as in SHORTEST 1 (a)-[:T]->+(b).");
    }

    /// <summary>Parses a chain, or a parenthesised chain with its own condition.</summary>
    private PathPattern ParsePath(Variable? name, SourceSpan start)
    {
        if (!_quantifiers.IsParenthesized(out var isQuantified) || isQuantified)
        {
            return ParseChain(name, start);
        }

        using var level = _reader.Enter();
        _reader.Take();
        var chain = ParseChain(name, start);
        var where = _reader.TryTake("WHERE") ? _expressions.Parse() : null;
        _reader.Expect(TokenKind.RightParenthesis, "')'");
        return chain with { Where = where, Span = start.To(_reader.Last) };
    }

    private PathPattern ParseChain(Variable? name, SourceSpan start)
    {
        var nodes = new List<NodePattern> { ParseNodeOrNone() };
        var relationships = new List<RelationshipPattern>();
        while (_reader.Is(TokenKind.Minus) || _reader.Is(TokenKind.Less) || IsGroup())
        {
            if (IsGroup())
            {
                relationships.Add(ParseGroup());
                nodes.Add(ParseNodeOrNone());
            }
            else
            {
                relationships.Add(_elements.ParseRelationship());
                nodes.Add(_elements.ParseNode());
            }
        }

        return new PathPattern(name, PathShape.Every, nodes, relationships, start.To(_reader.Last));
    }

    private bool IsGroup() => _quantifiers.IsParenthesized(out var isQuantified) && isQuantified;

    /// <summary>Parses a node; next to a repeated pattern it may be omitted.</summary>
    private NodePattern ParseNodeOrNone() =>
        IsGroup() || (_quantifiers.HasJustEnded && !_reader.Is(TokenKind.LeftParenthesis)) ? new NodePattern(null, null, null, null, _reader.Current.Span) : _elements.ParseNode();

    /// <summary>Parses <c>((a)-[r]->(b) WHERE …){1,3}</c>.</summary>
    private RelationshipPattern ParseGroup()
    {
        using var level = _reader.Enter();
        var open = _reader.Take();
        var inner = ParseChain(null, _reader.Current.Span);
        var where = _reader.TryTake("WHERE") ? _expressions.Parse() : null;
        _reader.Expect(TokenKind.RightParenthesis, "')'");
        var length = _quantifiers.TryParse() ?? throw _reader.Unexpected("'+', '*' or '{'");
        if (inner.Relationships.Count == 0 || inner.Relationships.Any(relationship => relationship.Length is not null))
        {
            throw SyntaxFault.At(_reader.Text, open.Span.Start, "InvalidRelationshipPattern", "What is repeated has at least one relationship, and none of varying length inside.");
        }

        return new RelationshipPattern(null, null, length, null, null, PatternDirection.Outgoing, open.Span.To(_reader.Last)) { Group = new PathGroup(inner, where) };
    }
}
