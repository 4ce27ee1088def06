using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses operands: literals, variables, calls, parentheses, and the postfixes <c>.key</c>, <c>[…]</c>, <c>:Label</c>.</summary>
internal sealed class AtomParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
{
    private readonly BracketParser _brackets = new(reader, expressions);
    private readonly CallParser _calls = new(reader, expressions, queries);

    /// <summary>Parses one atom with its postfixes.</summary>
    public Expression Parse() => ParsePostfix(ParseAtom());

    /// <summary>Parses the postfixes that follow an atom.</summary>
    public Expression ParsePostfix(Expression atom)
    {
        while (true)
        {
            if (atom.Height > ExpressionParser.MaxHeight)
            {
                throw SyntaxFault.At(reader.Text, atom.Span.Start, CypherErrorType.LimitError, "QueryTooDeep", $"The expression is taller than {ExpressionParser.MaxHeight} levels.");
            }

            if (reader.TryTake(TokenKind.Dot))
            {
                var key = reader.ExpectName("a property key");
                atom = new Property(atom, key.Text, atom.Span.To(key.Span));
            }
            else if (reader.Is(TokenKind.LeftBracket))
            {
                atom = _brackets.ParseSubscript(atom);
            }
            else if (reader.Is(TokenKind.Colon))
            {
                reader.Take();
                var labels = expressions.Patterns.Labels.Parse(alternatives: !expressions.BarCloses);
                atom = new LabelTest(atom, labels, atom.Span.To(reader.Last));
            }
            else
            {
                return atom;
            }
        }
    }

    private Expression ParseAtom()
    {
        var token = reader.Current;
        switch (token.Kind)
        {
            case TokenKind.Integer or TokenKind.Float or TokenKind.MalformedNumber:
                return new Literal(NumberLiteral.Read(reader, reader.Take(), negative: false), token.Span);
            case TokenKind.String:
                reader.Take();
                return new Literal(GraphValue.From(token.Text), token.Span);
            case TokenKind.Dollar:
                return ParseParameter();
            case TokenKind.LeftParenthesis:
                return expressions.Patterns.TryParseRelationshipChain() is { } pattern ? new PatternPredicate(pattern, pattern.Span) : ParseParentheses();
            case TokenKind.LeftBracket:
                return _brackets.ParseList();
            case TokenKind.LeftBrace:
                return _brackets.ParseMap();
            case TokenKind.Name or TokenKind.QuotedName:
                return ParseNamed(token);
            default:
                throw reader.Unexpected("an expression");
        }
    }

    private Parameter ParseParameter()
    {
        var dollar = reader.Take();
        var name = reader.Is(TokenKind.Integer) ? reader.Take() : reader.ExpectName("the name of a parameter");
        return new Parameter(name.Text, dollar.Span.To(name.Span));
    }

    private Expression ParseParentheses()
    {
        var open = reader.Take();
        var inner = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return inner with { Span = open.Span.To(reader.Last) };
    }

    private Expression ParseNamed(Token token)
    {
        if (token.Kind == TokenKind.Name)
        {
            if (ParseConstant(token) is { } constant)
            {
                return constant;
            }

            if (token.IsKeyword("CASE"))
            {
                return _calls.ParseCase();
            }
        }

        if (_calls.TryParse() is { } call)
        {
            return call;
        }

        var variable = reader.ExpectVariable();
        return reader.Is(TokenKind.LeftBrace) ? _brackets.ParseMapProjection(variable) : variable;
    }

    private Literal? ParseConstant(Token token)
    {
        GraphValue? value = token.Text.ToUpperInvariant() switch
        {
            "NULL" => GraphValue.Null,
            "TRUE" => GraphValue.True,
            "FALSE" => GraphValue.False,
            "NAN" when reader.Ahead(1).Kind != TokenKind.LeftParenthesis => GraphValue.From(double.NaN),
            "INF" or "INFINITY" when reader.Ahead(1).Kind != TokenKind.LeftParenthesis => GraphValue.From(double.PositiveInfinity),
            _ => null,
        };
        if (value is null)
        {
            return null;
        }

        reader.Take();
        return new Literal(value.Value, token.Span);
    }
}
