using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses patterns: <c>(a:Label {…})-[r:TYPE*1..2]->(b)</c>, with a name or inside shortestPath.</summary>
internal sealed class PatternParser(TokenReader reader, ExpressionParser expressions)
{
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

        return reader.Is("shortestPath") || reader.Is("allShortestPaths") ? ParseShortest(name, start) : ParseChain(name, start);
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

    private PathPattern ParseChain(Variable? name, SourceSpan start)
    {
        var nodes = new List<NodePattern> { ParseNode() };
        var relationships = new List<RelationshipPattern>();
        while (reader.Is(TokenKind.Minus) || reader.Is(TokenKind.Less))
        {
            relationships.Add(ParseRelationship());
            nodes.Add(ParseNode());
        }

        return new PathPattern(name, PathShape.Every, nodes, relationships, start.To(reader.Last));
    }

    private NodePattern ParseNode()
    {
        using var level = reader.Enter();
        var open = reader.Expect(TokenKind.LeftParenthesis, "'('");
        var variable = ParseOptionalVariable();
        var labels = reader.TryTake(TokenKind.Colon) ? Labels.Parse() : null;
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
        return body with { Direction = direction, Span = start.To(reader.Last) };
    }

    private RelationshipPattern ParseRelationshipBody(SourceSpan start)
    {
        using var level = reader.Enter();
        var variable = ParseOptionalVariable();
        var types = reader.TryTake(TokenKind.Colon) ? Labels.Parse() : null;
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

    private Variable? ParseOptionalVariable() =>
        reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && !BeginsCondition() ? reader.ExpectVariable() : null;

    /// <summary>Whether WHERE stands here as the keyword, and not as the name of the node.</summary>
    private bool BeginsCondition() =>
        reader.Is("WHERE") && reader.Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.Colon or TokenKind.LeftBrace);

    private Expression? ParseProperties() => reader.Current.Kind switch
    {
        TokenKind.LeftBrace => new BracketParser(reader, expressions).ParseMap(),
        TokenKind.Dollar => expressions.Parse(),
        _ => null,
    };
}
