using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses patterns: <c>(a:Label {…})-[r:TYPE*1..2]->(b)</c>, with a name or inside shortestPath.</summary>
internal sealed class PatternParser(TokenReader reader, ExpressionParser expressions)
{
    private readonly QuantifierParser _quantifiers = new(reader);

    /// <summary>The parser of labels and types.</summary>
    public LabelParser Labels { get; } = new(reader);

    /// <summary>Parses patterns with commas between.</summary>
    public IReadOnlyList<PathPattern> ParseList()
    {
        var patterns = new List<PathPattern> { ParseNamed() };
        while (reader.TryTake(TokenKind.Comma))
        {
            patterns.Add(ParseNamed());
        }

        return patterns;
    }

    /// <summary>Parses one pattern, with its name if it has one.</summary>
    public PathPattern ParseNamed()
    {
        var start = reader.Current.Span;
        Variable? name = null;
        if (reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && reader.Ahead(1).Kind == TokenKind.Equal)
        {
            name = reader.ExpectVariable();
            reader.Take();
        }

        return reader.Is("shortestPath") || reader.Is("allShortestPaths") ? ParseShortest(name, start)
            : _quantifiers.TryParseSelector(out var selector) ? ParseSelected(name, start, selector)
            : ParsePath(name, start);
    }

    /// <summary>Parses <c>shortestPath(pattern)</c> or <c>allShortestPaths(pattern)</c>.</summary>
    public PathPattern ParseShortest(Variable? name, SourceSpan start)
    {
        var shape = reader.Take().IsKeyword("shortestPath") ? PathShape.Shortest : PathShape.AllShortest;
        reader.Expect(TokenKind.LeftParenthesis, "'('");
        var chain = ParseChain(name, start);
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return chain.Relationships.Count == 1
            ? chain with { Shape = shape, Span = start.To(reader.Last) }
            : throw SyntaxFault.At(reader.Text, start.Start, "InvalidRelationshipPattern", "A shortest path is sought along exactly one relationship pattern, as in shortestPath((a)-[*]-(b)).");
    }

    /// <summary>
    /// Parses a pattern with at least one relationship where an expression may stand too; goes back and gives null where none stands here.
    /// </summary>
    public PathPattern? TryParseRelationshipChain()
    {
        if (!LooksLikePattern())
        {
            return null;
        }

        var mark = reader.Mark;
        try
        {
            var pattern = ParseChain(null, reader.Current.Span);
            if (pattern.Relationships.Count > 0)
            {
                return pattern;
            }
        }
        catch (CypherException fault) when (fault.Type == CypherErrorType.SyntaxError)
        {
            // (a) - [1, 2] begins like a pattern; what it is not is told by the expression parser.
        }

        reader.Return(mark);
        return null;
    }

    /// <summary>A name with <c>)</c> somewhere behind it and a dash after that: cheap check before a pattern is tried.</summary>
    private bool LooksLikePattern()
    {
        if (!reader.Is(TokenKind.LeftParenthesis) || reader.Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.Name or TokenKind.QuotedName or TokenKind.Colon or TokenKind.LeftBrace))
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
                return IsDash(ahead + 1);
            }
        }

        return false;
    }

    private bool IsDash(int ahead)
    {
        var dash = reader.Ahead(ahead).Kind == TokenKind.Less ? ahead + 1 : ahead;
        return reader.Ahead(dash).Kind == TokenKind.Minus && reader.Ahead(dash + 1).Kind is TokenKind.Minus or TokenKind.LeftBracket;
    }

    /// <summary>Parses what follows SHORTEST: a pattern that varies in one place, between two nodes.</summary>
    private PathPattern ParseSelected(Variable? name, SourceSpan start, PathSelector? selector)
    {
        var path = ParsePath(name, start);
        if (selector is null)
        {
            return path;
        }

        return path.Relationships is [{ Length: not null, Group: null or { Inner.Relationships.Count: 1 } }]
            ? path with { Selector = selector, Shape = selector.Groups ? PathShape.AllShortest : PathShape.Shortest, Span = start.To(reader.Last) }
            : throw SyntaxFault.At(reader.Text, start.Start, "InvalidRelationshipPattern", "SHORTEST takes one quantified relationship between two nodes, as in SHORTEST 1 (a)-[:T]->+(b).");
    }

    /// <summary>Parses a chain, or one in parentheses with a condition of its own.</summary>
    private PathPattern ParsePath(Variable? name, SourceSpan start)
    {
        if (!_quantifiers.IsParenthesized(out var isQuantified) || isQuantified)
        {
            return ParseChain(name, start);
        }

        using var level = reader.Enter();
        reader.Take();
        var chain = ParseChain(name, start);
        var where = reader.TryTake("WHERE") ? expressions.Parse() : null;
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return chain with { Where = where, Span = start.To(reader.Last) };
    }

    private PathPattern ParseChain(Variable? name, SourceSpan start)
    {
        var nodes = new List<NodePattern> { ParseNodeOrNone() };
        var relationships = new List<RelationshipPattern>();
        while (reader.Is(TokenKind.Minus) || reader.Is(TokenKind.Less) || IsGroup())
        {
            if (IsGroup())
            {
                relationships.Add(ParseGroup());
                nodes.Add(ParseNodeOrNone());
            }
            else
            {
                relationships.Add(ParseRelationship());
                nodes.Add(ParseNode());
            }
        }

        return new PathPattern(name, PathShape.Every, nodes, relationships, start.To(reader.Last));
    }

    private bool IsGroup() => _quantifiers.IsParenthesized(out var isQuantified) && isQuantified;

    /// <summary>Parses a node; beside a repeated pattern it may be left out.</summary>
    private NodePattern ParseNodeOrNone() =>
        IsGroup() || (_quantifiers.HasJustEnded && !reader.Is(TokenKind.LeftParenthesis)) ? new NodePattern(null, null, null, null, reader.Current.Span) : ParseNode();

    /// <summary>Parses <c>((a)-[r]->(b) WHERE …){1,3}</c>.</summary>
    private RelationshipPattern ParseGroup()
    {
        using var level = reader.Enter();
        var open = reader.Take();
        var inner = ParseChain(null, reader.Current.Span);
        var where = reader.TryTake("WHERE") ? expressions.Parse() : null;
        reader.Expect(TokenKind.RightParenthesis, "')'");
        var length = _quantifiers.TryParse() ?? throw reader.Unexpected("'+', '*' or '{'");
        if (inner.Relationships.Count == 0 || inner.Relationships.Any(relationship => relationship.Length is not null))
        {
            throw SyntaxFault.At(reader.Text, open.Span.Start, "InvalidRelationshipPattern", "What is repeated has at least one relationship, and none of varying length inside.");
        }

        return new RelationshipPattern(null, null, length, null, null, PatternDirection.Outgoing, open.Span.To(reader.Last)) { Group = new PathGroup(inner, where) };
    }

    private NodePattern ParseNode()
    {
        using var level = reader.Enter();
        var open = reader.Expect(TokenKind.LeftParenthesis, "'('");
        var variable = ParseOptionalVariable();
        var labels = TryTakeIs() ? Labels.Parse() : null;
        var properties = ParseProperties();
        var where = reader.TryTake("WHERE") ? expressions.Parse() : null;
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new NodePattern(variable, labels, properties, where, open.Span.To(reader.Last));
    }

    private RelationshipPattern ParseRelationship()
    {
        var start = reader.Current.Span;
        var left = reader.TryTake(TokenKind.Less);
        reader.Expect(TokenKind.Minus, "'-'");
        var body = new RelationshipPattern(null, null, null, null, null, PatternDirection.Both, start);
        if (reader.TryTake(TokenKind.LeftBracket))
        {
            body = ParseRelationshipBody(start);
        }

        reader.Expect(TokenKind.Minus, "'-'");
        var right = reader.TryTake(TokenKind.Greater);
        var direction = (left, right) switch
        {
            (true, false) => PatternDirection.Incoming,
            (false, true) => PatternDirection.Outgoing,
            _ => PatternDirection.Both,
        };
        var length = _quantifiers.TryParse();
        return length is not null && body.Length is not null
            ? throw SyntaxFault.At(reader.Text, start.Start, "InvalidRelationshipPattern", "Unexpected quantifier, expected a node: the length is given inside of the brackets already.")
            : body with { Direction = direction, Length = length ?? body.Length, Span = start.To(reader.Last) };
    }

    private RelationshipPattern ParseRelationshipBody(SourceSpan start)
    {
        using var level = reader.Enter();
        var variable = ParseOptionalVariable();
        var types = TryTakeIs() ? Labels.Parse() : null;
        var length = reader.TryTake(TokenKind.Star) ? ParseLength() : null;
        if (length is null && reader.Is(TokenKind.DotDot))
        {
            throw reader.Fault("InvalidRelationshipPattern", "Unexpected '..', expected '*' before the range of lengths.");
        }

        var properties = ParseProperties();
        var where = reader.TryTake("WHERE") ? expressions.Parse() : null;
        reader.Expect(TokenKind.RightBracket, "']'");
        return new RelationshipPattern(variable, types, length, properties, where, PatternDirection.Both, start);
    }

    private VariableLength ParseLength()
    {
        if (reader.Is(TokenKind.Minus))
        {
            throw reader.Fault("InvalidRelationshipPattern", "Unexpected '-', expected a length that is not negative.");
        }

        var minimum = ParseBound();
        return reader.TryTake(TokenKind.DotDot) ? new VariableLength(minimum, ParseBound()) : new VariableLength(minimum, minimum);
    }

    private int? ParseBound()
    {
        if (!reader.Is(TokenKind.Integer))
        {
            return null;
        }

        var value = NumberLiteral.Read(reader, reader.Take(), negative: false).AsInteger();
        return (int)Math.Min(value, int.MaxValue);
    }

    /// <summary>Takes the colon before labels, also written IS.</summary>
    private bool TryTakeIs() => reader.TryTake(TokenKind.Colon) || reader.TryTake("IS");

    private Variable? ParseOptionalVariable() =>
        reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && !BeginsCondition() && !BeginsLabel() ? reader.ExpectVariable() : null;

    /// <summary>Whether WHERE stands here as the keyword, and not as the name of the node.</summary>
    private bool BeginsCondition() =>
        reader.Is("WHERE") && reader.Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.Colon or TokenKind.LeftBrace);

    /// <summary>Whether IS stands here before a label, and is not the name of the node.</summary>
    private bool BeginsLabel() => reader.Is("IS") && reader.Ahead(1).Kind is TokenKind.Name or TokenKind.QuotedName or TokenKind.Exclamation && !reader.Ahead(1).IsKeyword("WHERE");

    private Expression? ParseProperties() => reader.Current.Kind switch
    {
        TokenKind.LeftBrace => new BracketParser(reader, expressions).ParseMap(),
        TokenKind.Dollar => expressions.Parse(),
        _ => null,
    };
}
