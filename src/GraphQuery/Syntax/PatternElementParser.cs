namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses the elements of patterns: nodes and relationships.</summary>
internal sealed class PatternElementParser(TokenReader reader, ExpressionParser expressions, LabelParser labelParser, QuantifierParser quantifiers)
{
    /// <summary>Parses <c>(n:Label {key: value} WHERE …)</c>.</summary>
    public NodePattern ParseNode()
    {
        using var level = reader.Enter();
        var open = reader.Expect(TokenKind.LeftParenthesis, "'('");
        var variable = ParseOptionalVariable();
        var labels = TryTakeIs() ? labelParser.Parse() : null;
        var properties = ParseProperties();
        var where = reader.TryTake("WHERE") ? expressions.Parse() : null;
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return new NodePattern(variable, labels, properties, where, open.Span.To(reader.Last));
    }

    /// <summary>Parses <c>-[r:TYPE*1..3 {key: value} WHERE …]-></c>, optionally followed by a quantifier.</summary>
    public RelationshipPattern ParseRelationship()
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
        var length = quantifiers.TryParse();
        return length is not null && body.Length is not null
            ? throw SyntaxFault.At(reader.Text, start.Start, "InvalidRelationshipPattern", "Unexpected quantifier, expected a node: the length is given inside of the brackets already.")
            : body with { Direction = direction, Length = length ?? body.Length, Span = start.To(reader.Last) };
    }

    private RelationshipPattern ParseRelationshipBody(SourceSpan start)
    {
        using var level = reader.Enter();
        var variable = ParseOptionalVariable();
        var types = TryTakeIs() ? labelParser.Parse() : null;
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

    /// <summary>Takes the colon before labels, or IS in its place.</summary>
    private bool TryTakeIs() => reader.TryTake(TokenKind.Colon) || reader.TryTake("IS");

    private Variable? ParseOptionalVariable() =>
        reader.Current.Kind is TokenKind.Name or TokenKind.QuotedName && !BeginsCondition() && !BeginsLabel() ? reader.ExpectVariable() : null;

    /// <summary>Whether WHERE is the keyword rather than a variable.</summary>
    private bool BeginsCondition() =>
        reader.Is("WHERE") && reader.Ahead(1).Kind is not (TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.Colon or TokenKind.LeftBrace);

    /// <summary>Whether IS is the keyword before a label rather than a variable.</summary>
    private bool BeginsLabel() => reader.Is("IS") && reader.Ahead(1).Kind is TokenKind.Name or TokenKind.QuotedName or TokenKind.Exclamation && !reader.Ahead(1).IsKeyword("WHERE");

    private Expression? ParseProperties() => reader.Current.Kind switch
    {
        TokenKind.LeftBrace => new BracketParser(reader, expressions).ParseMap(),
        TokenKind.Dollar => expressions.Parse(),
        _ => null,
    };
}
